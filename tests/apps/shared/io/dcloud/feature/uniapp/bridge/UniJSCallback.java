package io.dcloud.feature.uniapp.bridge;

/** A function of the script. */
public interface UniJSCallback {
    void invoke(Object data);

    void invokeAndKeepAlive(Object data);
}
