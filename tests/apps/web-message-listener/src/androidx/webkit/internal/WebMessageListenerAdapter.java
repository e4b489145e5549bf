package androidx.webkit.internal;

import android.net.Uri;
import android.webkit.WebView;
import androidx.webkit.WebMessageCompat;
import androidx.webkit.WebViewCompat;
import java.lang.reflect.InvocationHandler;
import org.chromium.support_lib_boundary.JsReplyProxyBoundaryInterface;
import org.chromium.support_lib_boundary.WebMessageBoundaryInterface;
import org.chromium.support_lib_boundary.WebMessageListenerBoundaryInterface;
import org.chromium.support_lib_boundary.util.BoundaryInterfaceReflectionUtil;

/** Stub of androidx.webkit, written for the case apps: passes on what the WebView calls. */
public class WebMessageListenerAdapter implements WebMessageListenerBoundaryInterface {
    private final WebViewCompat.WebMessageListener listener;

    public WebMessageListenerAdapter(WebViewCompat.WebMessageListener listener) {
        this.listener = listener;
    }

    @Override
    public String[] getSupportedFeatures() {
        return new String[] {"WEB_MESSAGE_LISTENER"};
    }

    @Override
    public void onPostMessage(WebView view, InvocationHandler message, Uri origin, boolean mainFrame, InvocationHandler reply) {
        String data = BoundaryInterfaceReflectionUtil.castToSuppLibClass(WebMessageBoundaryInterface.class, message).getData();
        listener.onPostMessage(view, new WebMessageCompat(data), origin, mainFrame,
                new JavaScriptReplyProxyImpl(BoundaryInterfaceReflectionUtil.castToSuppLibClass(JsReplyProxyBoundaryInterface.class, reply)));
    }
}
