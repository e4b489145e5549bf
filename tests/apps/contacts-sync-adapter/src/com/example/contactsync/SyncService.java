package com.example.contactsync;

import android.accounts.Account;
import android.app.Service;
import android.content.AbstractThreadedSyncAdapter;
import android.content.ContentProviderClient;
import android.content.Intent;
import android.content.SyncResult;
import android.os.Bundle;
import android.os.IBinder;
import android.util.Log;

/** Has nothing to keep in step yet. */
public class SyncService extends Service {
    @Override
    public IBinder onBind(Intent intent) {
        return new Adapter().getSyncAdapterBinder();
    }

    private final class Adapter extends AbstractThreadedSyncAdapter {
        Adapter() {
            super(SyncService.this, true);
        }

        @Override
        public void onPerformSync(
                Account account, Bundle extras, String authority, ContentProviderClient contacts, SyncResult result) {
            Log.i("sync", "Nothing to do");
        }
    }
}
