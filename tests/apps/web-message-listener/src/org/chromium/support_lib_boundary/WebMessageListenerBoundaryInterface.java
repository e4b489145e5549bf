package org.chromium.support_lib_boundary;

import android.net.Uri;
import android.webkit.WebView;
import java.lang.reflect.InvocationHandler;

/** Stub of androidx.webkit, written for the case apps: what the WebView calls. */
public interface WebMessageListenerBoundaryInterface extends FeatureFlagHolderBoundaryInterface {
    void onPostMessage(WebView view, InvocationHandler message, Uri origin, boolean mainFrame, InvocationHandler reply);
}
