package com.example.fragmentclass;

import android.os.Bundle;
import androidx.fragment.app.FragmentActivity;

/** Shows the fragment. */
public class MainActivity extends FragmentActivity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        replace(BookFragment.class);
    }
}
