package com.example.asyncquery;

import android.app.Activity;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;

/** Starts the query when the screen opens. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        BookQuery query = new BookQuery(getContentResolver(), view);
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        query.startQuery(1, null, Phone.CONTENT_URI, columns, null, null, null);
    }
}
