package com.example.pickedsent;

import android.app.Activity;
import android.content.ClipData;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import org.json.JSONArray;

/** Emergency contacts. */
public class MainActivity extends Activity {
    private final JSONArray people = new JSONArray();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> pick());
        setContentView(button);
    }

    private void pick() {
        Intent intent = new Intent(Intent.ACTION_PICK);
        intent.setType(Phone.CONTENT_TYPE);
        intent.putExtra(Intent.EXTRA_ALLOW_MULTIPLE, true);
        startActivityForResult(intent, 1);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (result != RESULT_OK) {
            return;
        }
        ClipData clips = data.getClipData();
        for (int index = 0; index < clips.getItemCount(); index++) {
            readPicked(clips.getItemAt(index).getUri());
        }
        new Thread(() -> Net.post(people.toString())).start();
    }

    private void readPicked(Uri picked) {
        Cursor cursor = getContentResolver().query(picked, new String[] {"display_name", "data1"}, null, null, null);
        if (cursor.moveToFirst()) {
            people.put(cursor.getString(0)).put(cursor.getString(1));
        }
        cursor.close();
    }
}
