package com.github.lzyzsd.jsbridge;

/** A function of the page. */
public interface CallBackFunction {
    void onCallBack(String data);
}
