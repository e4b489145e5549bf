package com.example.simnew;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.SimPhonebookContract;
import android.widget.TextView;

/** Android 12 and later have an official way to the SIM card. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(readAll());
    }

    private String readAll() {
        Uri records = SimPhonebookContract.SimRecords.getContentUri(1, SimPhonebookContract.ElementaryFiles.EF_ADN);
        String[] columns = {SimPhonebookContract.SimRecords.NAME, SimPhonebookContract.SimRecords.PHONE_NUMBER};
        Cursor cursor = getContentResolver().query(records, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
