package com.example.corrected;

import android.app.Activity;
import android.content.ContentResolver;
import android.content.ContentValues;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.ContactsContract.Data;
import android.provider.ContactsContract.RawContacts;
import android.util.Log;
import android.widget.Button;

/** Corrects the number of the hotline. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> correct());
        setContentView(button);
    }

    private void correct() {
        ContentResolver resolver = getContentResolver();
        ContentValues number = new ContentValues();
        number.put("data1", "+862000000000");
        int changed = resolver.update(Data.CONTENT_URI, number, "data1 = ?", new String[] {"+861000000000"});
        int removed = resolver.delete(RawContacts.CONTENT_URI, "sourceid = ?", new String[] {"old-hotline"});
        Log.i("Correct", changed + " " + removed + resolver.getType(Contacts.CONTENT_URI));
    }
}
