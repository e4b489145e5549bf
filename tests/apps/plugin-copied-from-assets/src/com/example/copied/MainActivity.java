package com.example.copied;

import android.app.Activity;
import android.os.Bundle;
import dalvik.system.DexClassLoader;
import java.io.IOException;

/** Runs the module that came with the package. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            String module = Copying.copied(this, "modules/core.bin", "core.jar");
            DexClassLoader loader = new DexClassLoader(module, null, null, getClassLoader());
            loader.loadClass("com.example.module.Start").getMethod("run").invoke(null);
        } catch (IOException | ReflectiveOperationException none) {
            setTitle("no module");
        }
    }
}
