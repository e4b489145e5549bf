package com.example.mediaqueue;

import android.net.Uri;

/** A query that waits to be run. */
class QuerySpec {
    final Uri uri;
    final String[] columns;
    final String selection;

    QuerySpec(Uri uri, String[] columns, String selection) {
        this.uri = uri;
        this.columns = columns;
        this.selection = selection;
    }
}
