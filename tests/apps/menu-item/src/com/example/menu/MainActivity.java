package com.example.menu;

import android.app.Activity;
import android.view.Menu;
import android.view.MenuItem;

/** One entry in the menu. */
public class MainActivity extends Activity {
    @Override
    public boolean onCreateOptionsMenu(Menu menu) {
        menu.add("Read");
        return true;
    }

    @Override
    public boolean onOptionsItemSelected(MenuItem item) {
        setTitle(Book.read(this));
        return true;
    }
}
