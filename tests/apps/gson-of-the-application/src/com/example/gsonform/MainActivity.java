package com.example.gsonform;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;

/** A form, and the address book below it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Entry> entries = readAll();
        EditText owner = new EditText(this);
        EditText mail = new EditText(this);
        Button send = new Button(this);
        send.setOnClickListener(view -> send(owner.getText().toString(), mail.getText().toString()));
        TextView people = new TextView(this);
        for (Entry entry : entries) {
            people.append(entry.owner + ' ' + entry.mail + '\n');
        }
        LinearLayout layout = new LinearLayout(this);
        layout.addView(owner);
        layout.addView(mail);
        layout.addView(send);
        layout.addView(people);
        setContentView(layout);
    }

    private void send(String owner, String mail) {
        Entry typed = new Entry();
        typed.owner = owner;
        typed.mail = mail;
        String json = new Gson().toJson(typed);
        new Thread(new PostJob(json)).start();
    }

    private List<Entry> readAll() {
        List<Entry> entries = new ArrayList<>();
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        Cursor cursor = getContentResolver().query(Email.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Entry entry = new Entry();
            entry.owner = cursor.getString(0);
            entry.mail = cursor.getString(1);
            entries.add(entry);
        }
        cursor.close();
        return entries;
    }
}
