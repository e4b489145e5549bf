package com.example.media;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.os.CancellationSignal;
import android.provider.MediaStore;
import android.view.View;
import android.widget.Button;

/** Reads every picture's name and owner. */
class ReadListener implements View.OnClickListener {
    private final Context context;

    ReadListener(Context context) {
        this.context = context;
    }

    @Override
    public void onClick(View view) {
        String[] columns = {"_display_name", "owner_package_name"};
        Uri pictures = MediaStore.Images.Media.EXTERNAL_CONTENT_URI;
        CancellationSignal signal = new CancellationSignal();
        Cursor cursor = context.getContentResolver().query(pictures, columns, null, null, null, signal);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(cursor.getString(1));
        }
        cursor.close();
        ((Button) view).setText(text);
    }
}
