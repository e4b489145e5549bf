package com.example.sync;

import android.accounts.Account;
import android.content.AbstractThreadedSyncAdapter;
import android.content.ContentProviderClient;
import android.content.Context;
import android.content.SyncResult;
import android.database.Cursor;
import android.os.Bundle;
import android.os.RemoteException;
import android.provider.ContactsContract.Contacts;
import java.util.ArrayList;
import java.util.List;

/** Reads all names whenever Android syncs. */
class BookSync extends AbstractThreadedSyncAdapter {
    private final List<String> names = new ArrayList<>();

    BookSync(Context context) {
        super(context, true);
    }

    @Override
    public void onPerformSync(
            Account account, Bundle extras, String authority, ContentProviderClient client, SyncResult result) {
        String[] columns = {Contacts.DISPLAY_NAME};
        try (Cursor cursor = client.query(Contacts.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                names.add(cursor.getString(0));
            }
        } catch (RemoteException gone) {
            result.stats.numIoExceptions++;
        }
    }
}
