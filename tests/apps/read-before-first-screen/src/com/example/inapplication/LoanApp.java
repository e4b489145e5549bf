package com.example.inapplication;

import android.app.Application;

/** Keeps the book ready. */
public class LoanApp extends Application {
    private String book;

    @Override
    public void onCreate() {
        super.onCreate();
        book = Book.read(this);
    }

    String book() {
        return book;
    }
}
