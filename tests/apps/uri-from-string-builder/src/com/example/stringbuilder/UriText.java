package com.example.stringbuilder;

/** Builds content URIs. */
final class UriText {
    private UriText() {}

    static String of(String authority, String table, String kind) {
        StringBuilder text = new StringBuilder("content://");
        text.append(authority).append('/');
        text.append(table);
        text.append("/").append(kind);
        return text.toString();
    }
}
