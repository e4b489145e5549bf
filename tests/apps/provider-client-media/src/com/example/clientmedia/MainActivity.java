package com.example.clientmedia;

import android.app.Activity;
import android.content.ContentProviderClient;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.os.RemoteException;
import android.widget.TextView;

/** Reads all picture names through a ContentProviderClient. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            show(readNames());
        } catch (RemoteException problem) {
            show("no provider");
        }
    }

    private String readNames() throws RemoteException {
        ContentProviderClient client = getContentResolver().acquireContentProviderClient("media");
        String[] columns = {"_display_name"};
        Uri pictures = Uri.parse("content://media/external/images/media");
        Cursor cursor = client.query(pictures, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0));
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
