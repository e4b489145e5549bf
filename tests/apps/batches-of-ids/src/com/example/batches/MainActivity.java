package com.example.batches;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;

/** Reads in batches. */
public class MainActivity extends Activity {
    private static final int BATCH = 100;
    private final StringBuilder text = new StringBuilder();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> ids = readIds();
        for (int start = 0; start < ids.size(); start += BATCH) {
            readNumbers(ids.subList(start, Math.min(start + BATCH, ids.size())));
        }
        show(text);
    }

    private List<String> readIds() {
        List<String> ids = new ArrayList<>();
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, new String[] {"_id"}, null, null, null);
        while (cursor.moveToNext()) {
            ids.add(cursor.getString(0));
        }
        cursor.close();
        return ids;
    }

    private void readNumbers(List<String> ids) {
        StringBuilder where = new StringBuilder("contact_id IN (");
        for (int index = 0; index < ids.size(); index++) {
            where.append(index == 0 ? "?" : ",?");
        }
        where.append(')');
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, new String[] {"display_name", "data1"},
                where.toString(), ids.toArray(new String[0]), null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
