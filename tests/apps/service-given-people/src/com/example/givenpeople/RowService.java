package com.example.givenpeople;

import android.app.IntentService;
import android.content.Intent;
import android.database.Cursor;
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
        Cursor cursor = getContentResolver().query(intent.getData(), new String[] {"display_name"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
    }
}
