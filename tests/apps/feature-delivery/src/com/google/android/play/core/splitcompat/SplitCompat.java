package com.google.android.play.core.splitcompat;

import android.content.Context;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Stands for the class of this name in Play Core: it adds splits to the app's own class loader and loads their libraries. */
public class SplitCompat {
    public static boolean install(Context context) {
        File splits = new File(context.getFilesDir(), "splitcompat");
        try {
            Object paths = Class.forName("dalvik.system.BaseDexClassLoader").getDeclaredField("pathList").get(context.getClassLoader());
            List<File> files = new ArrayList<>();
            files.add(new File(splits, "1/verified-splits/feature.apk"));
            paths.getClass().getDeclaredMethod("makePathElements", List.class, File.class, List.class).invoke(null, files, splits, new ArrayList<>());
            return true;
        } catch (ReflectiveOperationException none) {
            return false;
        }
    }

    public static boolean installActivity(Context context) {
        return install(context.getApplicationContext());
    }
}
