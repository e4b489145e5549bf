package io.dcloud.common.DHInterface;

/** A feature whose public methods the script calls by name. */
public class StandardFeature implements IFeature {
    @Override
    public void init(AbsMgr manager, String name) {
    }

    @Override
    public native String execute(IWebview webview, String action, String[] arguments);

    @Override
    public void dispose(String app) {
    }
}
