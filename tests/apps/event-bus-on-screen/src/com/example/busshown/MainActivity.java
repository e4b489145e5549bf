package com.example.busshown;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.widget.Button;
import android.widget.TextView;
import org.greenrobot.eventbus.EventBus;
import org.greenrobot.eventbus.Subscribe;
import org.greenrobot.eventbus.ThreadMode;

/** A tap posts both events. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EventBus.getDefault().register(this);
        EventBus.getDefault().register(new Uploader());
        Button button = new Button(this);
        button.setOnClickListener(view -> refresh());
        setContentView(button);
    }

    private void refresh() {
        EventBus.getDefault().post(new LinesReady(Book.read(getContentResolver())));
        EventBus.getDefault().post(new ModelKnown(Build.MODEL));
    }

    @Subscribe(threadMode = ThreadMode.MAIN)
    public void onLinesReady(LinesReady event) {
        TextView view = new TextView(this);
        view.setText(event.lines.toString());
        setContentView(view);
    }
}
