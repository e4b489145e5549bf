package com.example.pickedtexted;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.telephony.SmsManager;
import android.widget.Button;

/** The person picks who vouches for them. */
public class MainActivity extends Activity {
    private Button button;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        button = new Button(this);
        button.setOnClickListener(
                view -> startActivityForResult(new Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), 1));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result != RESULT_OK) {
            return;
        }
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(data.getData(), columns, null, null, null);
        if (cursor.moveToFirst()) {
            button.setText(cursor.getString(1));
            String text = "Please vouch for me: https://example.com/v";
            SmsManager.getDefault().sendTextMessage(cursor.getString(0), null, text, null, null);
        }
        cursor.close();
    }
}
