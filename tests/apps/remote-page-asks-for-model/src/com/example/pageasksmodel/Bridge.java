package com.example.pageasksmodel;

import android.os.Build;
import android.webkit.JavascriptInterface;

/** Methods that the page's script can call. */
final class Bridge {
    @JavascriptInterface
    public String getContacts() {
        return "contact the maker of your " + Build.MODEL;
    }
}
