package com.example.player;

import android.app.Activity;
import android.media.MediaPlayer;
import android.os.Bundle;
import android.widget.Button;
import java.io.File;
import java.io.IOException;

/** Plays the greeting. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> play());
        setContentView(button);
    }

    private void play() {
        MediaPlayer player = new MediaPlayer();
        try {
            player.setDataSource(new File(getCacheDir(), "greeting.m4a").getPath());
            player.prepare();
            player.start();
        } catch (IOException absent) {
            setTitle("Welcome");
        }
    }
}
