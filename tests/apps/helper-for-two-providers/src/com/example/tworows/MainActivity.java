package com.example.tworows;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.Button;

/** Pictures at start; contact names on a tap. The same helper reads both. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText(Rows.names(this, MediaStore.Images.Media.EXTERNAL_CONTENT_URI, "_display_name"));
        button.setOnClickListener(view -> button.setText(Rows.names(this, Contacts.CONTENT_URI, "display_name")));
        setContentView(button);
    }
}
