package androidx.webkit;

/** Stub, written for the case apps: hands a text to the page. */
public abstract class JavaScriptReplyProxy {
    public abstract void postMessage(String message);
}
