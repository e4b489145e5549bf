package com.example.ownviewown;

import android.content.Context;
import android.webkit.WebView;

/** A web view of the app's own, ready for scripts. */
class LoanView extends WebView {
    LoanView(Context context) {
        super(context);
        getSettings().setJavaScriptEnabled(true);
        addJavascriptInterface(new Bridge(context), "App");
    }
}
