package com.example.byrecursion;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;

/** Shows people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getContentResolver().query(Uri.parse(Steps.text("220cff06f10906c6f500340cfec1330df60efdfafbca350cff06ed0211ffbc35fd13edce41f807fff70e")), null, null, null, null);
        int first = cursor.getColumnIndexOrThrow(Steps.text("23050afdfcf518e60ff30cf8"));
        int second = cursor.getColumnIndexOrThrow(Steps.text("23fd13edd0"));
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
