package com.example.ifpictures;

import android.app.Activity;
import android.os.Bundle;

/** Reads from the source it is given; it is the one for pictures. */
public class MainActivity extends Activity {
    private final Source source = new PictureSource();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(source.read(this));
    }
}
