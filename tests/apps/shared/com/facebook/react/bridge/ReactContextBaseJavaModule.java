package com.facebook.react.bridge;

/** A module that knows its context. */
public abstract class ReactContextBaseJavaModule extends BaseJavaModule {
    private final ReactApplicationContext context;

    public ReactContextBaseJavaModule(ReactApplicationContext context) {
        this.context = context;
    }

    protected final ReactApplicationContext getReactApplicationContext() {
        return context;
    }
}
