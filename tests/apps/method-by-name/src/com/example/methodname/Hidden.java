package com.example.methodname;

import android.content.Context;

/** Not named by any call. */
final class Hidden {
    private Hidden() {}

    static void go(Context context) {
        Book.read(context);
    }
}
