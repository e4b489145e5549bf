package com.facebook.ads.internal.dynamicloading;

import android.content.Context;
import dalvik.system.DexClassLoader;
import java.io.File;

/** Stands for the library's own loader, under its name. */
public class DynamicLoaderFactory {
    public static Class<?> load(Context context) throws ClassNotFoundException {
        File copy = new File(context.getCodeCacheDir(), "audience_network.dex");
        return new DexClassLoader(copy.getPath(), null, null, context.getClassLoader()).loadClass("com.facebook.ads.redexgen.Banner");
    }
}
