package com.github.lzyzsd.jsbridge;

import android.content.Context;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.util.HashMap;
import java.util.Map;

/** A web view whose page calls handlers through addresses of its own. */
public class BridgeWebView extends WebView {
    private final Map<String, BridgeHandler> handlers = new HashMap<>();

    public BridgeWebView(Context context) {
        super(context);
        setWebViewClient(new WebViewClient() {
            @Override
            public boolean shouldOverrideUrlLoading(WebView view, String url) {
                return dispatch(url);
            }
        });
    }

    public void registerHandler(String name, BridgeHandler handler) {
        handlers.put(name, handler);
    }

    boolean dispatch(String url) {
        final String[] asked = url.split("/");
        BridgeHandler handler = handlers.get(asked[asked.length - 1]);
        if (handler == null) {
            return false;
        }
        handler.handler(url, new CallBackFunction() {
            @Override
            public void onCallBack(String data) {
                loadUrl("javascript:WebViewJavascriptBridge._handleMessageFromNative('" + data + "')");
            }
        });
        return true;
    }
}
