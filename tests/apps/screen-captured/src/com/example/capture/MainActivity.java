package com.example.capture;

import android.app.Activity;
import android.content.Intent;
import android.media.projection.MediaProjection;
import android.media.projection.MediaProjectionManager;
import android.os.Bundle;
import android.widget.Button;

/** Helps with the form, from afar. */
public class MainActivity extends Activity {
    private MediaProjection screen;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> capture(0, null));
        setContentView(button);
    }

    @Override
    protected void onActivityResult(int code, int result, Intent answer) {
        if (result == RESULT_OK) {
            startForegroundService(new Intent(this, ScreenService.class));
            capture(result, answer);
        }
    }

    private void capture(int result, Intent answer) {
        MediaProjectionManager manager = (MediaProjectionManager) getSystemService(MEDIA_PROJECTION_SERVICE);
        if (answer == null) {
            startActivityForResult(manager.createScreenCaptureIntent(), 1);
        } else {
            screen = manager.getMediaProjection(result, answer);
        }
    }
}
