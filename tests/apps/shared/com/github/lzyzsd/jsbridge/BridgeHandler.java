package com.github.lzyzsd.jsbridge;

/** What the page can call by name. */
public interface BridgeHandler {
    void handler(String data, CallBackFunction function);
}
