package com.example.moshiup;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import java.util.ArrayList;
import java.util.List;

/** A tap checks which friends are there already. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button find = new Button(this);
        find.setOnClickListener(view -> new Thread(() -> new FriendFinder().find(readAll())).start());
        setContentView(find);
    }

    private List<Person> readAll() {
        List<Person> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new Person(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        return people;
    }
}
