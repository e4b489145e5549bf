package com.example.lochourly;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.location.Location;
import android.location.LocationManager;
import android.util.Log;

/** Notes where the borrower is. */
public class PlaceJob extends JobService {
    @Override
    public boolean onStartJob(JobParameters parameters) {
        LocationManager manager = (LocationManager) getSystemService(LOCATION_SERVICE);
        Location last = manager.getLastKnownLocation(LocationManager.GPS_PROVIDER);
        if (last != null) {
            Log.i("place", last.getLatitude() + " " + last.getLongitude());
        }
        return false;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }
}
