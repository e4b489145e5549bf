package com.example.libraryunasked;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import com.github.tamir7.contacts.Contacts;

/** Sets the library up for a later version of the app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Contacts.initialize(this);
        TextView list = new TextView(this);
        list.setOnClickListener(view -> list.setText("The list comes with the next version."));
        setContentView(list);
    }
}
