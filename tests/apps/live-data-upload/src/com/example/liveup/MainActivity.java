package com.example.liveup;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

/** Has two observers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        PeopleModel model = new PeopleModel();
        model.phone().observeForever(rows -> view.setText(rows.toString()));
        model.people().observeForever(new LiveUploader());
        new Thread(() -> model.load(getContentResolver())).start();
    }
}
