package com.example.widebook;

import android.app.Activity;
import android.content.ContentResolver;
import android.os.Bundle;

/** Leaves the reading to its library. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("book");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle("People: " + collect(getContentResolver()));
    }

    private static native int collect(ContentResolver resolver);
}
