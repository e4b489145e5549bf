package com.example.uploaderdead;

import android.app.ListActivity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.ArrayAdapter;
import java.util.ArrayList;
import java.util.List;

/** The upload was switched off by leaving out its call. */
@SuppressWarnings("deprecation")
public class MainActivity extends ListActivity {
    private final List<String> people = new ArrayList<>();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(cursor.getString(0) + " " + cursor.getString(1));
        }
        cursor.close();
        setListAdapter(new ArrayAdapter<>(this, android.R.layout.simple_list_item_1, people));
    }

    void upload() {
        new Thread(() -> Net.post(people.toString())).start();
    }
}
