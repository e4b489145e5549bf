package com.example.locdead;

import android.content.Context;
import android.location.Location;
import android.location.LocationManager;

/** Left over from an older version; nobody makes one. */
final class Whereabouts {
    private final Context context;

    Whereabouts(Context context) {
        this.context = context;
    }

    String find() {
        LocationManager manager = (LocationManager) context.getSystemService(Context.LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.NETWORK_PROVIDER);
        return last == null ? "nowhere" : last.getLatitude() + " " + last.getLongitude();
    }
}
