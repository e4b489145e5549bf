package com.example.otherfile;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileWriter;
import java.io.IOException;

/** Writes a copy of the book when it opens, and another file about the visit; a tap starts the upload. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            copyBook(new File(getFilesDir(), "book.csv"));
            noteVisit(new File(getFilesDir(), "visits.txt"));
        } catch (IOException full) {
            finish();
        }
        Button button = new Button(this);
        button.setOnClickListener(view -> new FileUpload(new File(getFilesDir(), "visits.txt")).start());
        setContentView(button);
    }

    private void copyBook(File target) throws IOException {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (BufferedWriter writer = new BufferedWriter(new FileWriter(target));
                Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                writer.write(cursor.getString(0) + ";" + cursor.getString(1));
                writer.newLine();
            }
        }
    }

    private void noteVisit(File target) throws IOException {
        try (FileWriter writer = new FileWriter(target, true)) {
            writer.write(System.currentTimeMillis() + "\n");
        }
    }
}
