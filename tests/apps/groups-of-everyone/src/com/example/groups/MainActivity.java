package com.example.groups;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.GroupMembership;
import android.provider.ContactsContract.Data;
import android.widget.TextView;

/** Family, colleagues, football. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {GroupMembership.CONTACT_ID, GroupMembership.GROUP_ROW_ID};
        Cursor cursor = getContentResolver().query(Data.CONTENT_URI, columns, "mimetype = ?", new String[] {GroupMembership.CONTENT_ITEM_TYPE}, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getLong(0)).append(' ').append(cursor.getLong(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
