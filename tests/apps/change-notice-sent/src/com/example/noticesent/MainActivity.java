package com.example.noticesent;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract;

/** Watches the book for changes. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Watcher watcher = new Watcher(this);
        getContentResolver().registerContentObserver(ContactsContract.AUTHORITY_URI, true, watcher);
    }
}
