package io.dcloud.common.DHInterface;

import android.content.Context;

/** The web view that called. */
public interface IWebview {
    Context getContext();

    void executeScript(String script);
}
