package com.example.widegallery;

import android.app.Activity;
import android.content.ContentResolver;
import android.os.Bundle;

/** Leaves the reading to its library. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("gallery");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("Pictures: " + collect(getContentResolver()));
    }

    private static native int collect(ContentResolver resolver);
}
