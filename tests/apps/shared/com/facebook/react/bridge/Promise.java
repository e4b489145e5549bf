package com.facebook.react.bridge;

/** What the script waits for. */
public interface Promise {
    void resolve(Object value);

    void reject(String code, String message);
}
