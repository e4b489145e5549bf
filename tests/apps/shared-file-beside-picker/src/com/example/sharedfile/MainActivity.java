package com.example.sharedfile;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import android.widget.TextView;

/** An emergency number. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivityForResult(new Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), 1));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result == RESULT_OK) {
            show(readNumber(data.getData()));
        }
    }

    private String readNumber(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {"display_name", "data1"}, null, null, null);
        String text = cursor.moveToFirst() ? cursor.getString(0) + cursor.getString(1) : "";
        cursor.close();
        return text;
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
