package com.example.asyncmedia;

import android.app.Activity;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.TextView;

/** Starts the query when the screen opens. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        PictureQuery query = new PictureQuery(getContentResolver(), view);
        String[] columns = {"_display_name", "_size"};
        query.startQuery(1, null, MediaStore.Images.Media.EXTERNAL_CONTENT_URI, columns, null, null, null);
    }
}
