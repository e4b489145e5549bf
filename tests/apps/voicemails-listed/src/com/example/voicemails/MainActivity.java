package com.example.voicemails;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.VoicemailContract.Voicemails;
import android.widget.TextView;

/** Who spoke onto the tape? */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Voicemails.NUMBER, Voicemails.DATE, Voicemails.DURATION};
        Cursor cursor = getContentResolver().query(Voicemails.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getLong(1)).append(' ').append(cursor.getLong(2)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
