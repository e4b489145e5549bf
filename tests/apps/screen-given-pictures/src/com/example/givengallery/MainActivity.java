package com.example.givengallery;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.provider.ContactsContract.Contacts;
import android.provider.MediaStore;
import android.widget.Button;

/** Opens the list. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> startActivity(new Intent(this, RowsActivity.class)
                .putExtra("table", MediaStore.Images.Media.EXTERNAL_CONTENT_URI)
                .putExtra("not", Contacts.CONTENT_URI)));
        setContentView(button);
    }
}
