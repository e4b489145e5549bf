package com.example.viewmodel;

import android.app.Activity;
import android.os.Bundle;
import androidx.lifecycle.ViewModelProvider;

/** Asks for the view model. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        setTitle(new ViewModelProvider(getApplication()).get(BookModel.class).text());
    }
}
