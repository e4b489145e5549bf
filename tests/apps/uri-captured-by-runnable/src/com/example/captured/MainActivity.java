package com.example.captured;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.view.View;
import android.widget.Button;

/** Everything is captured. */
public class MainActivity extends Activity implements View.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(this);
        setContentView(button);
    }

    @Override
    public void onClick(View view) {
        load((Button) view, Phone.CONTENT_URI, "display_name", "data1");
    }

    private void load(final Button button, final Uri table, final String... columns) {
        final Handler handler = new Handler(Looper.getMainLooper());
        new Thread(new Runnable() {
            @Override
            public void run() {
                final StringBuilder text = new StringBuilder();
                Cursor cursor = getContentResolver().query(table, columns, null, null, null);
                while (cursor.moveToNext()) {
                    text.append(cursor.getString(0)).append(cursor.getString(1));
                }
                cursor.close();
                handler.post(new Runnable() {
                    @Override
                    public void run() {
                        button.setText(text);
                    }
                });
            }
        }).start();
    }
}
