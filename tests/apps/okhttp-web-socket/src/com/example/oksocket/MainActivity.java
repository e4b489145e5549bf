package com.example.oksocket;

import android.app.Activity;
import android.os.Bundle;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Connects after the grant. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        Request request = new Request.Builder().url("wss://live.example.com/people").build();
        new OkHttpClient().newWebSocket(request, new PeopleListener(getContentResolver()));
    }
}
