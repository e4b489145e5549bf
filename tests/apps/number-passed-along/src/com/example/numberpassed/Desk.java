package com.example.numberpassed;

import android.content.Context;
import java.io.File;

/** Hands work on; a number says what is to be done. */
final class Desk {
    static final int CLEAN = 0;
    static final int COUNT = 1;
    static final int COPY = 2;

    private Desk() {}

    static String take(Context context, int kind) {
        return "done: " + work(context, kind);
    }

    private static String work(Context context, int kind) {
        switch (kind) {
            case CLEAN:
                for (File file : context.getCacheDir().listFiles()) {
                    file.delete();
                }
                return "clean";
            case COUNT:
                return String.valueOf(context.getCacheDir().listFiles().length);
            case COPY:
                return Book.read(context);
            default:
                return "";
        }
    }
}
