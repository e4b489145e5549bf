package com.github.tamir7.contacts;

import android.content.Context;

/** Stub with the library's names, written for the case apps. */
public final class Contacts {
    private static Context context;

    private Contacts() {}

    public static void initialize(Context context) {
        Contacts.context = context.getApplicationContext();
    }

    public static Query getQuery() {
        return new Query(context);
    }
}
