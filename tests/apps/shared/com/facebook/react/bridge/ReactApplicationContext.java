package com.facebook.react.bridge;

import android.content.Context;

/** The context that modules get. */
public class ReactApplicationContext extends ReactContext {
    public ReactApplicationContext(Context base) {
        super(base);
    }
}
