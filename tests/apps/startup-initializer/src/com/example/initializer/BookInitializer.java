package com.example.initializer;

import android.content.Context;
import androidx.startup.Initializer;
import java.util.Collections;
import java.util.List;

/** Runs before the Application. */
public class BookInitializer implements Initializer<String> {
    public BookInitializer() {}

    @Override
    public String create(Context context) {
        return Book.read(context);
    }

    @Override
    public List<Class<? extends Initializer<?>>> dependencies() {
        return Collections.emptyList();
    }
}
