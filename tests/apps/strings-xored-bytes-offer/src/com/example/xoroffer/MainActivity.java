package com.example.xoroffer;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** A tap sends the name of the offer. */
public class MainActivity extends Activity {
    private static final byte[] LABEL = {114, 67, 67, 95, 74, 19, 93, 92, 68};
    private static final byte[] OFFER = {85, 90, 69, 86, 19, 71, 91, 92, 70, 64, 82, 93, 87, 19, 85, 92, 65, 19, 71, 91, 90, 65, 71, 74, 19, 87, 82, 74, 64};

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button apply = new Button(this);
        apply.setText(Blur.off(LABEL));
        apply.setOnClickListener(view -> new Thread(this::send).start());
        setContentView(apply);
    }

    private void send() {
        Net.post(Blur.off(OFFER));
    }
}
