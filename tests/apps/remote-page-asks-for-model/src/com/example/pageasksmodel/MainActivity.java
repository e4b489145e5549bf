package com.example.pageasksmodel;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Shows a page from the web and lets its script call Bridge. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.addJavascriptInterface(new Bridge(), "App");
        web.loadUrl("https://h5.example.com/loan");
        setContentView(web);
    }
}
