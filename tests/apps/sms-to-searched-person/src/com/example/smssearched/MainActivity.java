package com.example.smssearched;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.telephony.SmsManager;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;

/** Asks a friend to vouch for the borrower. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText typed = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> ask(typed.getText().toString()));
        LinearLayout form = new LinearLayout(this);
        form.addView(typed);
        form.addView(button);
        setContentView(form);
    }

    private void ask(String typed) {
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        String[] wanted = {typed};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, "display_name = ?", wanted, null);
        if (cursor.moveToFirst()) {
            String text = "Dear " + cursor.getString(1) + ", please vouch for me.";
            SmsManager.getDefault().sendTextMessage(cursor.getString(0), null, text, null, null);
        }
        cursor.close();
    }
}
