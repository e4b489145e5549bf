package com.example.fetchedpicture;

import android.app.Activity;
import android.graphics.BitmapFactory;
import android.os.Bundle;
import android.widget.ImageView;
import java.io.File;
import java.io.IOException;

/** Shows the picture that the server has today. */
public class MainActivity extends Activity {
    private ImageView view;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        view = new ImageView(this);
        setContentView(view);
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    show(Fetching.fetch(MainActivity.this));
                } catch (IOException none) {
                    finish();
                }
            }
        }).start();
    }

    private void show(final File picture) {
        runOnUiThread(new Runnable() {
            @Override
            public void run() {
                view.setImageBitmap(BitmapFactory.decodeFile(picture.getAbsolutePath()));
            }
        });
    }
}
