package com.example.twocontracts;

import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import android.widget.LinearLayout;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;

/** One button asks for the permission and reads on yes, the other picks one contact. */
public class MainActivity extends ComponentActivity {
    private final ActivityResultLauncher<Void> picker =
            registerForActivityResult(new ActivityResultContracts.PickContact(), this::picked);
    private final ActivityResultLauncher<String> permission =
            registerForActivityResult(new ActivityResultContracts.RequestPermission(), this::answered);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button one = new Button(this);
        one.setOnClickListener(view -> picker.launch(null));
        Button all = new Button(this);
        all.setOnClickListener(view -> permission.launch("android.permission.READ_CONTACTS"));
        LinearLayout buttons = new LinearLayout(this);
        buttons.addView(one);
        buttons.addView(all);
        setContentView(buttons);
    }

    private void answered(boolean granted) {
        if (granted) {
            setTitle(Book.read(this));
        }
    }

    private void picked(Uri contact) {
        String[] columns = {Contacts.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(contact, columns, null, null, null);
        setTitle(cursor.moveToFirst() ? cursor.getString(0) : "");
        cursor.close();
    }
}
