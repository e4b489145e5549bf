package com.example.dagger;

import android.content.Context;

/** The address book of the phone. */
final class PhoneBookRepository implements BookRepository {
    private final Context context;

    PhoneBookRepository(Context context) {
        this.context = context;
    }

    @Override
    public String load() {
        return Book.read(context);
    }
}
