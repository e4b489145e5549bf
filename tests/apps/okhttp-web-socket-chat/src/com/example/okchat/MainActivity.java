package com.example.okchat;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** A chat with one line of typed text, and the people below it. */
public class MainActivity extends Activity {
    private WebSocket socket;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Request request = new Request.Builder().url("wss://live.example.com/chat").build();
        socket = new OkHttpClient().newWebSocket(request, new WebSocketListener() {});
        EditText line = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> socket.send(line.getText().toString()));
        TextView people = new TextView(this);
        people.setText(readPeople());
        LinearLayout layout = new LinearLayout(this);
        layout.addView(line);
        layout.addView(button);
        layout.addView(people);
        setContentView(layout);
    }

    private String readPeople() {
        StringBuilder text = new StringBuilder();
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
