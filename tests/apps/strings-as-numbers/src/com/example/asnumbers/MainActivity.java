package com.example.asnumbers;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.math.BigInteger;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(new String(new BigInteger("djw0vefcz0a8v3zydu20xbi0wzv978p00s690m2ag5yslpwq0m79pq9sqgy2djek3", 36).toByteArray())), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Uri.decode("%64%69%73%70%6c%61%79%5f%6e%61%6d%65"));
        int second = cursor.getColumnIndexOrThrow(Long.toString(22339513L, 36));
        while (cursor.moveToNext()) {
            text.append(cursor.getString(first)).append(' ').append(cursor.getString(second)).append('\n');
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
