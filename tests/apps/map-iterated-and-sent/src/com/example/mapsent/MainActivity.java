package com.example.mapsent;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

/** Continue means: upload. */
public class MainActivity extends Activity implements View.OnClickListener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setText("Continue");
        button.setOnClickListener(this);
        setContentView(button);
    }

    @Override
    public void onClick(View view) {
        new Thread(new MapUpload(getContentResolver())).start();
    }
}
