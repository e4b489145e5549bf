package org.greenrobot.eventbus;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Stub with the library's name and methods, written for the case apps: calls annotated methods by reflection. */
public class EventBus {
    private static final EventBus DEFAULT = new EventBus();
    private final List<Object> subscribers = new ArrayList<>();

    public static EventBus getDefault() {
        return DEFAULT;
    }

    public void register(Object subscriber) {
        subscribers.add(subscriber);
    }

    public void post(Object event) {
        for (Object subscriber : subscribers) {
            for (Method method : subscriber.getClass().getDeclaredMethods()) {
                Class<?>[] types = method.getParameterTypes();
                if (method.isAnnotationPresent(Subscribe.class) && types.length == 1 && types[0].isInstance(event)) {
                    try {
                        method.invoke(subscriber, event);
                    } catch (ReflectiveOperationException broken) {
                        throw new IllegalStateException(broken);
                    }
                }
            }
        }
    }
}
