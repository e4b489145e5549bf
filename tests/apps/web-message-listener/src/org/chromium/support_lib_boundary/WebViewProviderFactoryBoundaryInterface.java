package org.chromium.support_lib_boundary;

import android.webkit.WebView;
import java.lang.reflect.InvocationHandler;

/** Stub of androidx.webkit, written for the case apps: gives what belongs to a WebView. */
public interface WebViewProviderFactoryBoundaryInterface {
    InvocationHandler createWebView(WebView view);
}
