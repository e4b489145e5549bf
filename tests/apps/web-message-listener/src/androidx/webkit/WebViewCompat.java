package androidx.webkit;

import android.net.Uri;
import android.webkit.WebView;
import androidx.webkit.internal.WebMessageListenerAdapter;
import java.lang.reflect.InvocationHandler;
import java.util.Set;
import org.chromium.support_lib_boundary.WebViewProviderBoundaryInterface;
import org.chromium.support_lib_boundary.WebViewProviderFactoryBoundaryInterface;
import org.chromium.support_lib_boundary.util.BoundaryInterfaceReflectionUtil;

/** Stub of androidx.webkit, written for the case apps: gives the page an object whose messages the listener gets. */
public class WebViewCompat {
    public interface WebMessageListener {
        void onPostMessage(WebView view, WebMessageCompat message, Uri sourceOrigin, boolean isMainFrame, JavaScriptReplyProxy replyProxy);
    }

    public static void addWebMessageListener(WebView view, String jsObjectName, Set<String> allowedOriginRules, WebMessageListener listener) {
        BoundaryInterfaceReflectionUtil.castToSuppLibClass(WebViewProviderBoundaryInterface.class, factory().createWebView(view))
                .addWebMessageListener(
                        jsObjectName,
                        allowedOriginRules.toArray(new String[0]),
                        BoundaryInterfaceReflectionUtil.createInvocationHandlerFor(new WebMessageListenerAdapter(listener)));
    }

    private static WebViewProviderFactoryBoundaryInterface factory() {
        try {
            Class<?> glue = Class.forName("org.chromium.support_lib_glue.SupportLibReflectionUtil", false, WebView.class.getClassLoader());
            InvocationHandler handler = (InvocationHandler) glue.getDeclaredMethod("createWebViewProviderFactory").invoke(null);
            return BoundaryInterfaceReflectionUtil.castToSuppLibClass(WebViewProviderFactoryBoundaryInterface.class, handler);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }
}
