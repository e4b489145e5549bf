package com.example.dagger;

/** As in javax.inject. */
interface Provider<T> {
    T get();
}
