package com.example.busup;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import org.greenrobot.eventbus.EventBus;

/** A tap posts the event. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(new Uploader());
        Button button = new Button(this);
        button.setOnClickListener(view -> EventBus.getDefault().post(new LinesReady(Book.read(getContentResolver()))));
        setContentView(button);
    }
}
