package org.chromium.support_lib_boundary;

import java.lang.reflect.InvocationHandler;

/** Stub of androidx.webkit, written for the case apps: one WebView, as the other side offers it. */
public interface WebViewProviderBoundaryInterface {
    void addWebMessageListener(String name, String[] origins, InvocationHandler listener);
}
