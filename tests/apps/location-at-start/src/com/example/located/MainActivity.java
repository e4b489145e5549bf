package com.example.located;

import android.app.Activity;
import android.location.Location;
import android.location.LocationManager;
import android.os.Bundle;

/** Shows where the borrower was last seen. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(whereabouts());
    }

    private String whereabouts() {
        LocationManager manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.NETWORK_PROVIDER);
        return last == null ? "nowhere" : last.getLatitude() + " " + last.getLongitude();
    }
}
