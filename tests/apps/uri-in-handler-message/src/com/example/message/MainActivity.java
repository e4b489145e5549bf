package com.example.message;

import android.app.Activity;
import android.os.Bundle;
import android.os.Handler;
import android.os.HandlerThread;
import android.provider.ContactsContract.Contacts;

/** Posts the work. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HandlerThread thread = new HandlerThread("rows");
        thread.start();
        Handler handler = new RowHandler(thread.getLooper(), getContentResolver());
        handler.obtainMessage(RowHandler.READ, Contacts.CONTENT_URI).sendToTarget();
    }
}
