package com.example.second;

import android.app.Activity;
import android.os.Bundle;

/** Other apps can open this screen as well. */
public class BookActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(Book.read(this));
    }
}
