package com.example.copiedfont;

import android.app.Activity;
import android.graphics.Typeface;
import android.os.Bundle;
import android.widget.TextView;
import java.io.IOException;

/** Writes in the letters that came with the package. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView text = new TextView(this);
        try {
            text.setTypeface(Typeface.createFromFile(Copying.copied(this, "letters/plain.bin", "plain.ttf")));
        } catch (IOException none) {
            setTitle("no letters");
        }
        text.setText("Your offer");
        setContentView(text);
    }
}
