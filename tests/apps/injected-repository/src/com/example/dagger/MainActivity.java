package com.example.dagger;

import android.app.Activity;
import android.os.Bundle;

/** Gets its repository injected. */
public class MainActivity extends Activity {
    BookRepository repository;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new AppComponent(getApplicationContext()).inject(this);
        setTitle(repository.load());
    }
}
