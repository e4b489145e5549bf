package com.example.asksonly;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Asks for the permission and does nothing with it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(new String[] {"android.permission.READ_CONTACTS"}, 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        TextView view = new TextView(this);
        view.setText(results.length > 0 && results[0] == 0 ? "Thank you" : "Never mind");
        setContentView(view);
    }
}
