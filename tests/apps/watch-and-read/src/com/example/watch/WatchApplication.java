package com.example.watch;

import android.app.Application;
import android.provider.ContactsContract.Contacts;

/** Watches the address book from the moment the app starts. */
public class WatchApplication extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        getContentResolver().registerContentObserver(Contacts.CONTENT_URI, true, new BookObserver(this));
    }
}
