package com.example.openowndoor;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Shows a page and gives it a door to every class of Java. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView view = new WebView(this);
        view.getSettings().setJavaScriptEnabled(true);
        view.addJavascriptInterface(new Door(this), "door");
        view.loadUrl("file:///android_asset/start.html");
        setContentView(view);
    }
}
