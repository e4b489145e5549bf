package com.example.groupnew;

import android.app.Activity;
import android.content.ContentValues;
import android.os.Bundle;
import android.provider.ContactsContract.Groups;
import android.widget.Button;

/** A group of its own. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> create());
        setContentView(button);
    }

    private void create() {
        ContentValues values = new ContentValues();
        values.put(Groups.TITLE, "Branches");
        getContentResolver().insert(Groups.CONTENT_URI, values);
    }
}
