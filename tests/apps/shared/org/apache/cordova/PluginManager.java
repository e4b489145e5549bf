package org.apache.cordova;

/** Makes plugins by the names in res/xml/config.xml. */
public class PluginManager {
    private final CordovaInterface cordova;
    private final CordovaWebView webView;

    public PluginManager(CordovaInterface cordova, CordovaWebView webView) {
        this.cordova = cordova;
        this.webView = webView;
    }

    public boolean exec(String className, String action, String callbackId, String rawArgs) throws Exception {
        CordovaPlugin plugin = instantiatePlugin(className);
        plugin.privateInitialize(cordova, webView);
        return plugin.execute(action, rawArgs, new CallbackContext(callbackId, webView));
    }

    private CordovaPlugin instantiatePlugin(String className) throws Exception {
        return (CordovaPlugin) Class.forName(className).newInstance();
    }
}
