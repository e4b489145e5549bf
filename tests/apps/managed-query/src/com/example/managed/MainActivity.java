package com.example.managed;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** The query is called on this class, not on Activity: the call has to be resolved through the base class. */
public class MainActivity extends BaseActivity {
    @Override
    @SuppressWarnings("deprecation")
    protected void onStart() {
        super.onStart();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = managedQuery(Phone.CONTENT_URI, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        show(text.toString());
    }
}
