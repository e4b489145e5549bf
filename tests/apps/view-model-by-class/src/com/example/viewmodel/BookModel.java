package com.example.viewmodel;

import android.app.Application;
import androidx.lifecycle.AndroidViewModel;

/** Loads at once. */
public class BookModel extends AndroidViewModel {
    private String text;

    public BookModel(Application application) {
        super(application);
        load();
    }

    private void load() {
        text = Book.read(getApplication());
    }

    String text() {
        return text;
    }
}
