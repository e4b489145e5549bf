package com.example.jarofdata;

import android.app.Activity;
import android.os.Bundle;
import java.io.IOException;
import java.util.zip.ZipInputStream;

/** Reads the list of cities from the archive. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try (ZipInputStream cities = new ZipInputStream(getAssets().open("cities.jar"))) {
            setTitle(cities.getNextEntry().getName());
        } catch (IOException none) {
            setTitle("no cities");
        }
    }
}
