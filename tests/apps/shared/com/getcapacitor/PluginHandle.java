package com.getcapacitor;

import com.getcapacitor.annotation.PermissionCallback;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/** One plugin: its marked methods are called by name. */
public class PluginHandle {
    private final Map<String, Method> methods = new HashMap<>();
    private final Plugin instance;

    public PluginHandle(Bridge bridge, Class<? extends Plugin> plugin) throws Exception {
        instance = plugin.newInstance();
        instance.setBridge(bridge);
        for (Method each : plugin.getMethods()) {
            if (each.getAnnotation(PluginMethod.class) != null) {
                methods.put(each.getName(), each);
            }
        }
    }

    public void invoke(String name, PluginCall call) throws Exception {
        methods.get(name).invoke(instance, call);
    }

    public void answered(String name, PluginCall call) throws Exception {
        Method callback = instance.getClass().getDeclaredMethod(name, PluginCall.class);
        if (callback.isAnnotationPresent(PermissionCallback.class)) {
            callback.setAccessible(true);
            callback.invoke(instance, call);
        }
    }
}
