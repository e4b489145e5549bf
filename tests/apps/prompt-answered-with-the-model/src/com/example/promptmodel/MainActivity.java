package com.example.promptmodel;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.webkit.JsPromptResult;
import android.webkit.WebChromeClient;
import android.webkit.WebView;

/** Shows a page of a server; what it asks with prompt() is answered. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.setWebChromeClient(new Answering());
        web.loadUrl("https://loan.example.com/app");
        setContentView(web);
    }

    private class Answering extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            result.confirm(Build.MODEL);
            return true;
        }
    }
}
