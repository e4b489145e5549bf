package org.apache.cordova;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.JsPromptResult;
import android.webkit.WebChromeClient;
import android.webkit.WebView;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Shows the pages in assets/www and answers what they ask. */
public class CordovaActivity extends Activity implements CordovaInterface, CordovaWebView {
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private WebView web;
    private PluginManager plugins;

    @Override
    public void onCreate(Bundle state) {
        super.onCreate(state);
        web = new WebView(this);
        plugins = new PluginManager(this, this);
        web.setWebChromeClient(new WebChromeClient() {
            @Override
            public boolean onJsPrompt(WebView view, String url, String message, String defaultValue, JsPromptResult result) {
                String[] asked = message.split(" ", 4);
                try {
                    plugins.exec(asked[0], asked[1], asked[2], asked[3]);
                } catch (Exception broken) {
                    result.cancel();
                }
                return true;
            }
        });
        web.loadUrl("file:///android_asset/www/index.html");
        setContentView(web);
    }

    @Override
    public Activity getActivity() {
        return this;
    }

    @Override
    public ExecutorService getThreadPool() {
        return pool;
    }

    @Override
    public void sendPluginResult(PluginResult result, String callbackId) {
        web.loadUrl("javascript:cordova.callbackFromNative('" + callbackId + "'," + result.getMessage() + ")");
    }
}
