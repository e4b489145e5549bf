package com.example.sharedplugin;

import android.app.Activity;
import android.os.Bundle;
import android.os.Environment;
import dalvik.system.PathClassLoader;
import java.io.File;

/** Runs the plugin in the folder of the app on the shared storage. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File folder = new File(Environment.getExternalStorageDirectory(), "loan");
        try {
            PathClassLoader loader = new PathClassLoader(new File(folder, "plugin.apk").getPath(), getClassLoader());
            loader.loadClass("com.example.plugin.Start").getMethod("run").invoke(null);
        } catch (ReflectiveOperationException none) {
            setTitle("no plugin");
        }
    }
}
