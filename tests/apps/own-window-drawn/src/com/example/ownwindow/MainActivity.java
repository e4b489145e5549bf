package com.example.ownwindow;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

/** Keeps a picture of the signed form. */
public class MainActivity extends Activity {
    private Bitmap form;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(this::keep);
        setContentView(button);
    }

    private void keep(View view) {
        form = Bitmap.createBitmap(view.getWidth(), view.getHeight(), Bitmap.Config.ARGB_8888);
        view.draw(new Canvas(form));
    }
}
