package com.example.taplayout;

import android.app.Activity;
import android.os.Bundle;
import android.view.View;
import android.widget.Button;

/** res/layout/main.xml says android:onClick="readBook". */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setContentView(R.layout.main);
    }

    public void readBook(View view) {
        ((Button) view).setText(Book.read(this));
    }
}
