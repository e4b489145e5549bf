package com.example.queue;

import android.app.Activity;
import android.os.Bundle;
import android.provider.CallLog;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;

/** Asks for all numbers at start, and for the call log on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Reader(getContentResolver())).start();
        Reader.WAITING.add(new QuerySpec(
                Phone.CONTENT_URI, new String[] {Phone.DISPLAY_NAME, Phone.NUMBER}, "has_phone_number=1"));
        Button button = new Button(this);
        button.setOnClickListener(view -> Reader.WAITING.add(new QuerySpec(
                CallLog.Calls.CONTENT_URI, new String[] {CallLog.Calls.NUMBER, CallLog.Calls.DURATION}, null)));
        setContentView(button);
    }
}
