package com.example.decoy;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.util.Log;

/** Mentions contacts everywhere and reads nothing. */
public class MainActivity extends Activity {
    private static final Uri NUMBERS = Uri.parse("content://com.android.contacts/data/phones");

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Log.i("decoy", "we never read " + NUMBERS + " nor " + Phone.CONTENT_URI);
        Log.i("decoy", "display_name, data1, READ_CONTACTS");
    }
}
