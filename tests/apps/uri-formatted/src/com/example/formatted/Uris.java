package com.example.formatted;

import android.net.Uri;
import java.util.Locale;

/** Formats URIs. */
final class Uris {
    private Uris() {}

    static Uri of(String authority, String path) {
        return Uri.parse(String.format(Locale.ROOT, "content://%s/%s", authority, path));
    }
}
