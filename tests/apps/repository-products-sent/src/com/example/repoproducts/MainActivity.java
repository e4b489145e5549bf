package com.example.repoproducts;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;

/** Opens the repository; a tap syncs. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Repository repository = new Repository();
        repository.loadPeople(getContentResolver());
        repository.loadProducts();
        Button sync = new Button(this);
        sync.setText(repository.describe());
        sync.setOnClickListener(view -> new Thread(() -> new Sync(repository).run()).start());
        setContentView(sync);
    }
}
