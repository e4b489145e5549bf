package com.example.ownnumber;

import android.app.Activity;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import android.widget.TextView;

/** Shows the number of this phone. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TelephonyManager telephony = (TelephonyManager) getSystemService(TELEPHONY_SERVICE);
        show(telephony.getLine1Number());
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
