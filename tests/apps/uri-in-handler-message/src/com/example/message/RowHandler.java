package com.example.message;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import android.os.Message;
import java.util.ArrayList;
import java.util.List;

/** Does the work. */
final class RowHandler extends Handler {
    static final int READ = 1;
    private final ContentResolver resolver;
    private final List<String> rows = new ArrayList<>();

    RowHandler(Looper looper, ContentResolver resolver) {
        super(looper);
        this.resolver = resolver;
    }

    @Override
    public void handleMessage(Message message) {
        if (message.what == READ) {
            read((Uri) message.obj);
        }
    }

    private void read(Uri table) {
        Cursor cursor = resolver.query(table, new String[] {"display_name", "starred"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getInt(1));
        }
        cursor.close();
    }
}
