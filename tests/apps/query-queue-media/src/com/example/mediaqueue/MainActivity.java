package com.example.mediaqueue;

import android.app.Activity;
import android.os.Bundle;
import android.provider.MediaStore;
import android.widget.Button;

/** Asks for pictures at start, and for videos on a tap. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Reader(getContentResolver())).start();
        Reader.WAITING.add(new QuerySpec(
                MediaStore.Images.Media.EXTERNAL_CONTENT_URI, new String[] {"_display_name", "_size"}, null));
        Button button = new Button(this);
        button.setOnClickListener(view -> Reader.WAITING.add(new QuerySpec(
                MediaStore.Video.Media.EXTERNAL_CONTENT_URI, new String[] {"_display_name", "duration"}, null)));
        setContentView(button);
    }
}
