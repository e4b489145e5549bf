package com.getcapacitor;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Shows the page that the settings name, or those in assets/public. */
public class BridgeActivity extends Activity {
    protected CapConfig config;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        Bridge bridge = new Bridge(this, new MessageHandler(web));
        try {
            bridge.registerAllPlugins();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        web.addJavascriptInterface(bridge, "androidBridge");
        web.loadUrl(config == null ? "file:///android_asset/public/index.html" : config.getServerUrl());
        setContentView(web);
    }
}
