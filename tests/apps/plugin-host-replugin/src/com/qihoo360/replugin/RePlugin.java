package com.qihoo360.replugin;

import android.app.Application;
import android.content.Context;
import android.content.Intent;
import dalvik.system.PathClassLoader;

/** Stands for the class of this name in RePlugin. */
public class RePlugin {
    private static ClassLoader plugins;

    public static boolean startActivity(Context context, Intent intent) {
        context.startActivity(intent.putExtra("loader", String.valueOf(plugins)));
        return true;
    }

    /** Stands for the class of this name in RePlugin. */
    public static class App {
        public static void attachBaseContext(Application app) {
            plugins = new PathClassLoader(app.getDir("plugins_v3", Context.MODE_PRIVATE).getPath() + "/loan.jar", app.getClassLoader());
        }
    }
}
