package com.example.refilled;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One list, used twice. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> lines = new ArrayList<>();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        int name = cursor.getColumnIndex(Phone.DISPLAY_NAME);
        while (cursor.moveToNext()) {
            lines.add(cursor.getString(name));
        }
        cursor.close();
        TextView view = new TextView(this);
        view.setText(lines.toString());
        setContentView(view);

        lines.clear();
        for (Locale locale : Locale.getAvailableLocales()) {
            lines.add(locale.getLanguage());
        }
        new Thread(new ListUpload(lines)).start();
    }
}
