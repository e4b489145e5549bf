package com.facebook.react.bridge;

import android.content.Context;
import android.content.ContextWrapper;

/** The context of the script engine. */
public class ReactContext extends ContextWrapper {
    public ReactContext(Context base) {
        super(base);
    }
}
