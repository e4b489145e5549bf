package com.example.dagger;

import android.content.Context;

/** Wires everything. */
final class AppComponent {
    private final Provider<BookRepository> repository;

    AppComponent(Context context) {
        repository = new DoubleCheck<>(new PhoneBookRepositoryFactory(new InstanceFactory<>(context)));
    }

    void inject(MainActivity screen) {
        screen.repository = repository.get();
    }
}
