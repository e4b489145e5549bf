package com.example.form;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import android.widget.TextView;

/** Sends the emergency contact. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> pick());
        setContentView(button);
    }

    private void pick() {
        startActivityForResult(new Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            String picked = readPicked(data.getData());
            show(picked);
            new Thread(() -> Upload.post(picked)).start();
        }
    }

    private String readPicked(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {Phone.DISPLAY_NAME, Phone.NUMBER}, null, null, null);
        String text = cursor.moveToFirst() ? cursor.getString(0) + cursor.getString(1) : "";
        cursor.close();
        return text;
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
