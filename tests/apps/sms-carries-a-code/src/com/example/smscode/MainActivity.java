package com.example.smscode;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.telephony.SmsManager;
import android.widget.Button;
import java.util.Random;

/** Proves the number of this phone, and shows the book. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> button.setText(readAll()));
        setContentView(button);
        String code = "code " + new Random().nextInt(999999);
        SmsManager.getDefault().sendTextMessage("+10005550100", null, code, null, null);
    }

    private String readAll() {
        StringBuffer text = new StringBuffer();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
