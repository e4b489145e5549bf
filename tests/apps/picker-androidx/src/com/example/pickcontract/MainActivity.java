package com.example.pickcontract;

import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.widget.Button;
import androidx.activity.ComponentActivity;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;

/** Registers for the picked contact and shows its name. */
public class MainActivity extends ComponentActivity {
    private final ActivityResultLauncher<Void> picker =
            registerForActivityResult(new ActivityResultContracts.PickContact(), this::picked);

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> picker.launch(null));
        setContentView(button);
    }

    private void picked(Uri contact) {
        String[] columns = {Contacts.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(contact, columns, null, null, null);
        setTitle(cursor.moveToFirst() ? cursor.getString(0) : "");
        cursor.close();
    }
}
