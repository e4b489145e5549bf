package com.example.batchinsert;

import android.app.Activity;
import android.content.ContentProviderOperation;
import android.content.ContentProviderResult;
import android.content.OperationApplicationException;
import android.os.Bundle;
import android.os.RemoteException;
import android.provider.ContactsContract.Data;
import android.provider.ContactsContract.RawContacts;
import android.provider.ContactsContract;
import android.util.Log;
import android.widget.Button;
import java.util.ArrayList;

/** Saves the number of the hotline. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> save());
        setContentView(button);
    }

    private void save() {
        ArrayList<ContentProviderOperation> batch = new ArrayList<>();
        batch.add(ContentProviderOperation.newInsert(RawContacts.CONTENT_URI)
                .withValue("account_type", null).withValue("account_name", null).build());
        batch.add(row("vnd.android.cursor.item/name", "data1", "Loan hotline"));
        batch.add(row("vnd.android.cursor.item/phone_v2", "data1", "+861000000000"));
        try {
            ContentProviderResult[] results = getContentResolver().applyBatch(ContactsContract.AUTHORITY, batch);
            Log.i("Save", "saved as " + results[0].uri);
        } catch (RemoteException | OperationApplicationException failed) {
            Log.w("Save", failed);
        }
    }

    private static ContentProviderOperation row(String kind, String column, String value) {
        return ContentProviderOperation.newInsert(Data.CONTENT_URI)
                .withValueBackReference("raw_contact_id", 0)
                .withValue("mimetype", kind).withValue(column, value).build();
    }
}
