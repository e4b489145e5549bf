package com.getcapacitor;

import android.webkit.WebView;

/** Answers the script. */
public class MessageHandler {
    private final WebView web;

    public MessageHandler(WebView web) {
        this.web = web;
    }

    public void sendResponseMessage(PluginCall call, PluginResult result) {
        web.evaluateJavascript("window.Capacitor.fromNative(" + result + ")", null);
    }
}
