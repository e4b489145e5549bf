package com.example.speclist;

import android.net.Uri;

/** One query. */
final class Spec {
    final Uri table;
    final String[] columns;
    final String where;

    Spec(Uri table, String where, String... columns) {
        this.table = table;
        this.where = where;
        this.columns = columns;
    }
}
