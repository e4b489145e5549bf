package com.example.counttracked;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import com.mixpanel.android.mpmetrics.MixpanelAPI;
import org.json.JSONException;
import org.json.JSONObject;

/** Counts a tap as an event, with the size of the book as what is to be known of it. */
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
            properties.put("people", people());
        } catch (JSONException never) {
            return;
        }
        MixpanelAPI.getInstance(this, "a token").track("applied", properties);
    }

    private int people() {
        String[] columns = {Contacts.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Contacts.CONTENT_URI, columns, null, null, null);
        int count = cursor.getCount();
        cursor.close();
        return count;
    }
}
