package com.example.gzipcount;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.ArrayAdapter;
import android.widget.ListView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONException;
import org.json.JSONObject;

/** Shows the book once the permission is given, and reports its size. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        List<String> people = readAll();
        ListView list = new ListView(this);
        list.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_list_item_1, people));
        setContentView(list);
        new Thread(() -> report(people)).start();
    }

    private List<String> readAll() {
        List<String> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                people.add(cursor.getString(0) + " " + cursor.getString(1));
            }
        }
        return people;
    }

    private void report(List<String> people) {
        try {
            Upload.post(new JSONObject().put("contacts", people.size()).toString());
        } catch (IOException | JSONException failure) {
            finish();
        }
    }
}
