package com.example.jacksonfile;

import android.app.Activity;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.view.Menu;
import android.view.MenuItem;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** A menu item makes a copy of the book. */
public class MainActivity extends Activity {
    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        menu.add("Back up");
        return true;
    }

    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        new Thread(this::backUp).start();
        return true;
    }

    private void backUp() {
        try (OutputStream out = open(); JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartArray();
            writeAll(json);
            json.writeEndArray();
        } catch (IOException failed) {
            runOnUiThread(() -> setTitle("failed"));
        }
    }

    private void writeAll(JsonGenerator json) throws IOException {
        String[] columns = {"display_name", "data1"};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            json.writeStartObject();
            json.writeStringField("name", cursor.getString(0));
            json.writeStringField("phone", cursor.getString(1));
            json.writeEndObject();
        }
        cursor.close();
    }

    private OutputStream open() throws IOException {
        return openFileOutput("backup.json", MODE_PRIVATE);
    }
}
