package com.example.jsbridgebook;

import android.app.Activity;
import android.os.Bundle;
import com.github.lzyzsd.jsbridge.BridgeWebView;

/** Shows a page and lets it call a handler. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        BridgeWebView web = new BridgeWebView(this);
        web.registerHandler("contactList", new ContactList(this));
        web.loadUrl("file:///android_asset/index.html");
        setContentView(web);
    }
}
