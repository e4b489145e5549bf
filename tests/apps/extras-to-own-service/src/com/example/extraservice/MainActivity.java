package com.example.extraservice;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import java.util.ArrayList;

/** Packs the rows on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> pack());
        setContentView(button);
    }

    private void pack() {
        ArrayList<Row> rows = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, "display_name ASC");
        while (cursor.moveToNext()) {
            rows.add(new Row(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
        Bundle extras = new Bundle();
        extras.putParcelableArrayList("rows", rows);
        startService(new Intent(this, RowService.class).putExtras(extras));
    }
}
