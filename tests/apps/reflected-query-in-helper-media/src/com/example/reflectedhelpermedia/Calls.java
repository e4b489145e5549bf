package com.example.reflectedhelpermedia;

import java.lang.reflect.Method;

/** Calls a public method by its name. */
final class Calls {
    private Calls() {}

    static Object call(Object target, String name, Class<?>[] shape, Object... arguments)
            throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name, shape);
        return method.invoke(target, arguments);
    }
}
