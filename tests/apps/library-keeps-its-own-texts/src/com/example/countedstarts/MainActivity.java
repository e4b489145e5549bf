package com.example.countedstarts;

import android.app.Activity;
import android.net.Uri;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.TextView;
import com.thirdparty.counter.Counter;

/** Counts its starts with a library, and says how many pictures there are. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Counter.start(this);
        TextView view = new TextView(this);
        view.setText(String.valueOf(pictures(MediaStore.Images.Media.EXTERNAL_CONTENT_URI)));
        setContentView(view);
    }

    private int pictures(Uri place) {
        Cursor cursor = getContentResolver().query(place, null, null, null, null);
        int count = cursor.getCount();
        cursor.close();
        return count;
    }
}
