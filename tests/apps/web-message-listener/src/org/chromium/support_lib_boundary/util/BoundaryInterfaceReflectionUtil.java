package org.chromium.support_lib_boundary.util;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stub of androidx.webkit, written for the case apps: objects of one side for the other, which has classes of its own. */
public class BoundaryInterfaceReflectionUtil {
    public static <T> T castToSuppLibClass(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(BoundaryInterfaceReflectionUtil.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    public static InvocationHandler createInvocationHandlerFor(final Object delegate) {
        return new InvocationHandler() {
            @Override
            public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
                return delegate.getClass().getMethod(method.getName(), method.getParameterTypes()).invoke(delegate, arguments);
            }
        };
    }
}
