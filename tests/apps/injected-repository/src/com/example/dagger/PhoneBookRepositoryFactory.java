package com.example.dagger;

import android.content.Context;

/** In the shape that an injector generates. */
final class PhoneBookRepositoryFactory implements Provider<BookRepository> {
    private final Provider<Context> context;

    PhoneBookRepositoryFactory(Provider<Context> context) {
        this.context = context;
    }

    @Override
    public BookRepository get() {
        return new PhoneBookRepository(context.get());
    }
}
