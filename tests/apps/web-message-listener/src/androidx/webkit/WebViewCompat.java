package androidx.webkit;

import android.net.Uri;
import android.webkit.WebView;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** Stub, written for the case apps: gives the page an object that the listener answers, through the WebView's own factory. */
public class WebViewCompat {
    public interface WebMessageListener {
        void onPostMessage(WebView view, WebMessageCompat message, Uri sourceOrigin, boolean isMainFrame, JavaScriptReplyProxy replyProxy);
    }

    public static void addWebMessageListener(WebView view, String jsObjectName, Set<String> allowedOriginRules, WebMessageListener listener) {
        try {
            Class<?> boundary = Class.forName("org.chromium.support_lib_boundary.WebMessageListenerBoundaryInterface");
            Object proxy = Proxy.newProxyInstance(boundary.getClassLoader(), new Class<?>[] {boundary}, new Adapter(listener));
            Class<?> provider = Class.forName("org.chromium.support_lib_glue.SupportLibReflectionUtil");
            provider.getMethod("addWebMessageListener", WebView.class, String.class, Set.class, Object.class).invoke(null, view, jsObjectName, allowedOriginRules, proxy);
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(e);
        }
    }

    private static class Adapter implements InvocationHandler {
        private final WebMessageListener listener;

        Adapter(WebMessageListener listener) {
            this.listener = listener;
        }

        @Override
        public Object invoke(Object proxy, Method method, final Object[] arguments) {
            JavaScriptReplyProxy reply = new JavaScriptReplyProxy() {
                @Override
                public void postMessage(String message) {
                    try {
                        arguments[4].getClass().getMethod("postMessage", String.class).invoke(arguments[4], message);
                    } catch (ReflectiveOperationException e) {
                        throw new UnsupportedOperationException(e);
                    }
                }
            };
            listener.onPostMessage((WebView) arguments[0], new WebMessageCompat(String.valueOf(arguments[1])), (Uri) arguments[2], (Boolean) arguments[3], reply);
            return null;
        }
    }
}
