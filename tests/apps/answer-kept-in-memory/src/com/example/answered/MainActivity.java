package com.example.answered;

import android.app.Activity;
import android.os.Bundle;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Shows the number that the server answers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    show(Server.get("/rates/today"));
                } catch (IOException none) {
                    finish();
                }
            }
        }).start();
    }

    private void show(final ByteBuffer answer) {
        runOnUiThread(new Runnable() {
            @Override
            public void run() {
                setTitle("Rate " + answer.getInt());
            }
        });
    }
}
