package io.dcloud.common.util;

import io.dcloud.common.DHInterface.IWebview;
import org.json.JSONArray;

/** Answers the script. */
public class JSUtil {
    public static final int OK = 1;

    public static void execCallback(IWebview webview, String callback, JSONArray message, int status, boolean keep) {
        webview.executeScript("plus.bridge.callbackFromNative('" + callback + "'," + message + ")");
    }

    public static void execCallback(
            IWebview webview, String callback, String message, int status, boolean json, boolean keep) {
        webview.executeScript("plus.bridge.callbackFromNative('" + callback + "','" + message + "')");
    }

    public static String wrapJsVar(String value) {
        return "\"" + value + "\"";
    }
}
