package com.example.dagger;

/** Provides one given thing. */
final class InstanceFactory<T> implements Provider<T> {
    private final T instance;

    InstanceFactory(T instance) {
        this.instance = instance;
    }

    @Override
    public T get() {
        return instance;
    }
}
