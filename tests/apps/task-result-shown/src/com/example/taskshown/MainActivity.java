package com.example.taskshown;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import java.util.Locale;

/** Starts two tasks that know nothing of each other. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> {
            new ReadTask(button).execute(getContentResolver());
            new PostTask().execute(Locale.getISOLanguages());
        });
        setContentView(button);
    }
}
