package com.example.permaudit.demoloan;

import android.content.Context;
import android.util.Log;
import java.io.IOException;
import org.json.JSONException;

/** One upload of the whole address book. */
class UploadTask implements Runnable {
    private final Context context;

    UploadTask(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        try {
            new LoanServer().sendContacts(new AddressBook(context).readAll());
        } catch (IOException | JSONException failure) {
            Log.w("KuaiDaiDemo", "upload failed");
        }
    }
}
