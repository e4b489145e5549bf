package com.example.nativepath;

import android.app.Activity;
import android.os.Bundle;
import java.io.File;

/** Runs the score that came with the package. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        System.load(new File(getApplicationInfo().nativeLibraryDir, "libscore.so").getPath());
    }
}
