package com.example.mailfeedback;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;

/** Feedback. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText feedback = new EditText(this);
        String book = readBook();
        TextView people = new TextView(this);
        people.setText(book);
        Button send = new Button(this);
        send.setOnClickListener(view -> {
            String text = feedback.getText().toString();
            new Thread(() -> Mailer.mail("Feedback", text)).start();
        });
        LinearLayout layout = new LinearLayout(this);
        layout.addView(feedback);
        layout.addView(send);
        layout.addView(people);
        setContentView(layout);
    }

    private String readBook() {
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
