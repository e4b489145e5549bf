package io.dcloud.common.DHInterface;

/** What the script can call by name. */
public interface IFeature {
    void init(AbsMgr manager, String name);

    String execute(IWebview webview, String action, String[] arguments);

    void dispose(String app);
}
