package com.example.picker17;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.ContactsContract.Data;
import android.widget.Button;
import android.widget.TextView;
import java.util.ArrayList;

/** The system shows the list; the app gets what was ticked. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> pick());
        setContentView(button);
    }

    private void pick() {
        ArrayList<String> wanted = new ArrayList<>();
        wanted.add(Phone.CONTENT_ITEM_TYPE);
        Intent intent = new Intent("android.provider.action.PICK_CONTACTS");
        intent.putExtra("android.provider.extra.PICK_CONTACTS_SELECTION_LIMIT", 1);
        intent.putStringArrayListExtra("android.provider.extra.PICK_CONTACTS_REQUESTED_DATA_FIELDS", wanted);
        startActivityForResult(intent, 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            show(readPicked(data.getData()));
        }
    }

    private String readPicked(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {Data.DISPLAY_NAME, Phone.NUMBER}, null, null, null);
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
