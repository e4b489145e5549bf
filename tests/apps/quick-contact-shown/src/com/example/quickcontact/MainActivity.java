package com.example.quickcontact;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.ContactsContract.QuickContact;
import android.view.View;
import android.widget.Button;

/** Shows the card of the agent. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(this::showCard);
        setContentView(button);
    }

    private void showCard(View view) {
        Uri agent = Uri.withAppendedPath(Contacts.CONTENT_LOOKUP_URI, "0r1-agent");
        QuickContact.showQuickContact(this, view, agent, QuickContact.MODE_MEDIUM, null);
    }
}
