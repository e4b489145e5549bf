package com.example.longkeytext;

import android.app.Activity;
import android.os.Bundle;
import java.io.DataInputStream;
import java.io.IOException;

/** Hands a file to its library, which undoes a key of ten bytes and shows what it finds. */
public class MainActivity extends Activity {
    static {
        System.loadLibrary("engine");
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try (DataInputStream file = new DataInputStream(getAssets().open("skin.bin"))) {
            byte[] bytes = new byte[file.available()];
            file.readFully(bytes);
            open(bytes);
        } catch (IOException none) {
            setTitle("no file");
        }
    }

    private native void open(byte[] file);
}
