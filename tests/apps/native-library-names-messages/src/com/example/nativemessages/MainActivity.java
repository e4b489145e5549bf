package com.example.nativemessages;

import android.app.Activity;
import android.os.Bundle;

/** Has its library find the code that was sent. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("codes");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(code());
    }

    private native String code();
}
