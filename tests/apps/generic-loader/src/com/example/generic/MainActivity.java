package com.example.generic;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.TextView;
import java.util.List;

/** Starts the chain. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Chain<Uri, List<String>> chain = new Chain<>(new BookStep(getContentResolver()));
        show(chain.run(Contacts.CONTENT_URI).toString());
    }

    private void show(CharSequence text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
