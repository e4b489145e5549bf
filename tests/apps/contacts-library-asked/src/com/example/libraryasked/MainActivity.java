package com.example.libraryasked;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import com.github.tamir7.contacts.Contact;
import com.github.tamir7.contacts.Contacts;
import com.github.tamir7.contacts.PhoneNumber;

/** Shows everybody the library finds. The app itself asks Android for nothing. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Contacts.initialize(this);
        TextView list = new TextView(this);
        list.setOnClickListener(view -> show(list));
        setContentView(list);
    }

    private static void show(TextView list) {
        StringBuilder lines = new StringBuilder();
        for (Contact each : Contacts.getQuery().find()) {
            lines.append(each.getDisplayName());
            for (PhoneNumber number : each.getPhoneNumbers()) {
                lines.append(' ').append(number.getNumber());
            }
            lines.append('\n');
        }
        list.setText(lines);
    }
}
