package com.example.dexinassets;

import android.app.Activity;
import android.os.Bundle;
import dalvik.system.DexClassLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Copies the plugin out of the package and runs it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File copy = new File(getCodeCacheDir(), "plugin.dex");
        try (InputStream plugin = getAssets().open("plugin.dex")) {
            Files.copy(plugin, copy.toPath());
            DexClassLoader loader = new DexClassLoader(copy.getPath(), null, null, getClassLoader());
            loader.loadClass("com.example.dexinassets.Plugin").getMethod("run", android.content.Context.class).invoke(null, this);
        } catch (IOException | ReflectiveOperationException none) {
            setTitle("no plugin");
        }
    }
}
