package com.example.mediaqueue;

import android.content.ContentResolver;
import android.database.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The only place of the app that queries. */
class Reader implements Runnable {
    static final BlockingQueue<QuerySpec> WAITING = new LinkedBlockingQueue<>();
    private final ContentResolver resolver;
    private final List<String> rows = new ArrayList<>();

    Reader(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        try {
            while (true) {
                read(WAITING.take());
            }
        } catch (InterruptedException stopped) {
            rows.clear();
        }
    }

    private void read(QuerySpec spec) {
        Cursor cursor = resolver.query(spec.uri, spec.columns, spec.selection, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
    }
}
