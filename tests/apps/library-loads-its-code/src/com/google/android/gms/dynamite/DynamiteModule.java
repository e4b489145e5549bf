package com.google.android.gms.dynamite;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import dalvik.system.PathClassLoader;

/** Stands for the class of this name in Play services: it is told by another app where the module lies, and loads it. */
public final class DynamiteModule {
    private DynamiteModule() {
    }

    public static Object load(Context context, String module) throws Exception {
        Uri chimera = Uri.parse("content://com.google.android.gms.chimera/api/" + module);
        try (Cursor where = context.getContentResolver().query(chimera, null, null, null, null)) {
            where.moveToFirst();
            ClassLoader loader = new PathClassLoader(where.getString(2), context.getClassLoader());
            return loader.loadClass("com.google.android.gms.dynamiteloader.DynamiteLoaderV2").getConstructor().newInstance();
        }
    }

    public static Context services(Context context) throws Exception {
        return context.createPackageContext("com.google.android.gms", Context.CONTEXT_INCLUDE_CODE | Context.CONTEXT_IGNORE_SECURITY);
    }
}
