package com.example.otherobject;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.TextView;

/** Reads pictures only. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Reader people = new Reader(Contacts.CONTENT_URI, "display_name");
        Reader pictures = new Reader(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, "_size");
        show(pictures.read(this) + people.name());
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
