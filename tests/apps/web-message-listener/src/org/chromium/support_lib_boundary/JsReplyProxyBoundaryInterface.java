package org.chromium.support_lib_boundary;

/** Stub of androidx.webkit, written for the case apps: hands a text to the page. */
public interface JsReplyProxyBoundaryInterface {
    void postMessage(String message);
}
