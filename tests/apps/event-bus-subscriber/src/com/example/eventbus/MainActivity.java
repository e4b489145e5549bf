package com.example.eventbus;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;

/** Listens to the bus. */
public class MainActivity extends Activity {
    /** Wants the book. */
    static final class SyncEvent {}

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> EventBus.getDefault().post(new SyncEvent()));
        setContentView(button);
    }

    @Subscribe
    public void onSyncEvent(SyncEvent event) {
        setTitle(event + Book.read(this));
    }
}
