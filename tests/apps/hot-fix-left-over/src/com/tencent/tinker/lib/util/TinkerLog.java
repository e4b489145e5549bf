package com.tencent.tinker.lib.util;

import android.util.Log;

/** Stands for the class of this name in Tinker, which other code may use for its own lines. */
public class TinkerLog {
    public static void i(String tag, String text) {
        Log.i("Tinker." + tag, text);
    }
}
