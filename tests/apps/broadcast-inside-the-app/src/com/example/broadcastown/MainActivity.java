package com.example.broadcastown;

import android.app.Activity;
import android.content.Intent;
import android.content.IntentFilter;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;

/** Registers the receiver; a tap reads and broadcasts. */
public class MainActivity extends Activity {
    private static final String SEND = "com.example.broadcastown.SEND";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        registerReceiver(new SendReceiver(), new IntentFilter(SEND), RECEIVER_NOT_EXPORTED);
        Button button = new Button(this);
        button.setOnClickListener(view -> broadcastAll());
        setContentView(button);
    }

    private void broadcastAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('=').append(cursor.getString(1)).append(' ');
        }
        cursor.close();
        sendBroadcast(new Intent(SEND).setPackage(getPackageName()).putExtra("text", text.toString()));
    }
}
