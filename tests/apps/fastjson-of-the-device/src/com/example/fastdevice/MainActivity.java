package com.example.fastdevice;

import android.app.Activity;
import android.database.Cursor;
import android.os.Build;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Shows the book after the grant; sends which phone this is at once. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 7);
        Device device = new Device();
        device.setBrand(Build.BRAND);
        device.setModel(Build.MODEL);
        new Upload(device).start();
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
