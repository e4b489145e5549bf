package com.example.dagger;

/** Provides the same thing every time. */
final class DoubleCheck<T> implements Provider<T> {
    private static final Object UNINITIALIZED = new Object();
    private volatile Provider<T> provider;
    private volatile Object instance = UNINITIALIZED;

    DoubleCheck(Provider<T> provider) {
        this.provider = provider;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get() {
        Object result = instance;
        if (result == UNINITIALIZED) {
            synchronized (this) {
                result = provider.get();
                instance = result;
                provider = null;
            }
        }
        return (T) result;
    }
}
