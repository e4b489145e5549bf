package com.example.pagecounts;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Shows a page of its own and lets its script call Bridge. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.addJavascriptInterface(new Bridge(getContentResolver()), "Native");
        web.loadUrl("file:///android_asset/index.html");
        setContentView(web);
    }
}
