package androidx.webkit.internal;

import androidx.webkit.JavaScriptReplyProxy;
import org.chromium.support_lib_boundary.JsReplyProxyBoundaryInterface;

/** Stub of androidx.webkit, written for the case apps: hands a text to the page. */
public class JavaScriptReplyProxyImpl extends JavaScriptReplyProxy {
    private final JsReplyProxyBoundaryInterface boundary;

    JavaScriptReplyProxyImpl(JsReplyProxyBoundaryInterface boundary) {
        this.boundary = boundary;
    }

    @Override
    public void postMessage(String message) {
        boundary.postMessage(message);
    }
}
