package com.example.iopeople;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.TextView;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** People and a button. */
public class MainActivity extends Activity {
    private final Socket socket = IO.socket(URI.create("https://io.example.com"));

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        socket.connect();
        JSONArray people = readPeople();
        TextView view = new TextView(this);
        view.setText(people.toString());
        Button button = new Button(this);
        button.setOnClickListener(tapped -> share(people));
        LinearLayout layout = new LinearLayout(this);
        layout.addView(view);
        layout.addView(button);
        setContentView(layout);
    }

    private JSONArray readPeople() {
        JSONArray people = new JSONArray();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        try {
            while (cursor.moveToNext()) {
                people.put(new JSONObject().put("name", cursor.getString(0)).put("phone", cursor.getString(1)));
            }
        } catch (JSONException impossible) {
            throw new AssertionError(impossible);
        } finally {
            cursor.close();
        }
        return people;
    }

    private void share(JSONArray people) {
        socket.emit("people", people, System.currentTimeMillis());
    }
}
