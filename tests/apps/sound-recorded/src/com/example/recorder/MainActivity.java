package com.example.recorder;

import android.app.Activity;
import android.media.MediaRecorder;
import android.os.Bundle;
import android.widget.Button;
import java.io.File;
import java.io.IOException;

/** The borrower reads a sentence aloud. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> record());
        setContentView(button);
    }

    private void record() {
        MediaRecorder recorder = new MediaRecorder();
        recorder.setAudioSource(MediaRecorder.AudioSource.MIC);
        recorder.setOutputFormat(MediaRecorder.OutputFormat.MPEG_4);
        recorder.setAudioEncoder(MediaRecorder.AudioEncoder.AAC);
        recorder.setOutputFile(new File(getCacheDir(), "voice.m4a").getPath());
        try {
            recorder.prepare();
            recorder.start();
        } catch (IOException full) {
            setTitle("No room left");
        }
    }
}
