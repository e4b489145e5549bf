package com.example.pickmore;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import android.widget.TextView;

/** The picked row has no number, so the app looks it up. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> pick());
        setContentView(button);
    }

    private void pick() {
        startActivityForResult(new Intent(Intent.ACTION_PICK, Contacts.CONTENT_URI), 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            show(readNumber(readId(data.getData())));
        }
    }

    private String readId(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {Contacts._ID}, null, null, null);
        String text = cursor.moveToFirst() ? cursor.getString(0) : "";
        cursor.close();
        return text;
    }

    private String readNumber(String id) {
        Cursor cursor = getContentResolver().query(
                Phone.CONTENT_URI, new String[] {Phone.NUMBER}, "contact_id = ?", new String[] {id}, null);
        String text = cursor.moveToFirst() ? cursor.getString(0) : "";
        cursor.close();
        return text;
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
