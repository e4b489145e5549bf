package com.example.loaded;

import android.app.Activity;
import android.os.Bundle;
import dalvik.system.DexClassLoader;
import java.io.File;

/** Runs a plugin that the server sent. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            runPlugin(new File(getFilesDir(), "plugin.dex"));
        } catch (ReflectiveOperationException none) {
            setTitle("no plugin");
        }
    }

    private void runPlugin(File plugin) throws ReflectiveOperationException {
        DexClassLoader loader = new DexClassLoader(plugin.getPath(), null, null, getClassLoader());
        Class<?> type = loader.loadClass(getPreferences(MODE_PRIVATE).getString("entry", ""));
        ((Runnable) type.getConstructor().newInstance()).run();
    }
}
