package com.example.okdead;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import com.example.okdead.net.Api;

/** Shows people and the exchange rate of today. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(Book.read(getContentResolver()).toString());
        setContentView(view);
        new Thread(() -> Api.fetchRate()).start();
    }
}
