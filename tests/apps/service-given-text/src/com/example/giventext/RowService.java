package com.example.giventext;

import android.app.IntentService;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import java.util.ArrayList;
import java.util.List;

/** Reads whatever table it is given. */
public class RowService extends IntentService {
    private final List<String> rows = new ArrayList<>();

    public RowService() {
        super("rows");
    }

    @Override
    protected void onHandleIntent(Intent intent) {
        Uri table = Uri.parse(intent.getStringExtra("table"));
        Cursor cursor = getContentResolver().query(table, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
    }
}
