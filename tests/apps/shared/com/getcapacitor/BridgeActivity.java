package com.getcapacitor;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;

/** Shows the pages in assets/public. */
public class BridgeActivity extends Activity {
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
        web.loadUrl("file:///android_asset/public/index.html");
        setContentView(web);
    }
}
