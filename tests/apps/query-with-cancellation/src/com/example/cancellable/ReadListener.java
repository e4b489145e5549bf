package com.example.cancellable;

import android.content.Context;
import android.database.Cursor;
import android.os.CancellationSignal;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.view.View;
import android.widget.Button;

/** Reads every e-mail address when the button is tapped; the query can be cancelled. */
class ReadListener implements View.OnClickListener {
    private final Context context;

    ReadListener(Context context) {
        this.context = context;
    }

    @Override
    public void onClick(View view) {
        String[] columns = {Email.DISPLAY_NAME, Email.ADDRESS};
        CancellationSignal signal = new CancellationSignal();
        Cursor cursor = context.getContentResolver().query(Email.CONTENT_URI, columns, null, null, null, signal);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        ((Button) view).setText(text);
    }
}
