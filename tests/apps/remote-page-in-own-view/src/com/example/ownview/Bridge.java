package com.example.ownview;

import android.content.Context;
import android.webkit.JavascriptInterface;

/** Methods that the page's script can call. */
class Bridge {
    private final Context context;

    Bridge(Context context) {
        this.context = context;
    }

    @JavascriptInterface
    public String getContacts() {
        return Book.read(context);
    }
}
