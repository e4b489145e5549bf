package com.example.adlibrary;

import android.app.Activity;
import android.os.Bundle;
import com.facebook.ads.internal.dynamicloading.DynamicLoaderFactory;

/** Shows an advertisement. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            setTitle(DynamicLoaderFactory.load(this).getSimpleName());
        } catch (ClassNotFoundException none) {
            setTitle("no advertisement");
        }
    }
}
