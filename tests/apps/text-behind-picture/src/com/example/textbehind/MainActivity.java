package com.example.textbehind;

import android.app.Activity;
import android.os.Bundle;
import java.io.DataInputStream;
import java.io.IOException;

/** Hands a picture to its library, which shows what stands behind it. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("engine");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try (DataInputStream file = new DataInputStream(getAssets().open("splash.png"))) {
            byte[] bytes = new byte[file.available()];
            file.readFully(bytes);
            open(bytes);
        } catch (IOException none) {
            setTitle("no file");
        }
    }

    private native void open(byte[] file);
}
