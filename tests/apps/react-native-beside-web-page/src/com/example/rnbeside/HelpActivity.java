package com.example.rnbeside;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Questions and answers, a page of the lender's site; nothing of the app answers it. */
public class HelpActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView page = new WebView(this);
        page.loadUrl("https://www.example.com/help");
        setContentView(page);
    }
}
