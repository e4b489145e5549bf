package com.example.adapter;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.ListView;

/** Shows a list. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        ListView list = new ListView(this);
        list.setAdapter(new PeopleAdapter(this, openPeople()));
        setContentView(list);
    }

    private Cursor openPeople() {
        return getContentResolver().query(Contacts.CONTENT_URI, null, "in_visible_group = 1", null, "sort_key");
    }
}
