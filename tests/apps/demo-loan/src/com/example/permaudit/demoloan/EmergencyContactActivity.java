package com.example.permaudit.demoloan;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.util.Log;
import android.view.View;
import android.widget.TextView;
import java.io.IOException;
import org.json.JSONException;

/** How it should be done: the borrower picks one person, and the app sees that one person only. */
public class EmergencyContactActivity extends Activity {
    private static final int PICK_ONE = 7;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.emergency_contact);
    }

    /** Named in res/layout/emergency_contact.xml. */
    public void onPick(View view) {
        startActivityForResult(new Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), PICK_ONE);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent data) {
        if (code == PICK_ONE && result == RESULT_OK && data != null) {
            Person person = readPicked(data.getData());
            ((TextView) findViewById(R.id.picked)).setText(person.name);
            new Thread(() -> send(person)).start();
        }
    }

    private Person readPicked(Uri picked) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Cursor cursor = getContentResolver().query(picked, columns, null, null, null)) {
            cursor.moveToFirst();
            return new Person(cursor.getString(0), cursor.getString(1));
        }
    }

    private static void send(Person person) {
        try {
            new LoanServer().sendEmergencyContact(person);
        } catch (IOException | JSONException failure) {
            Log.w("KuaiDaiDemo", "not sent");
        }
    }
}
