package com.getcapacitor;

/** One call of the script. */
public class PluginCall {
    private final MessageHandler handler;

    public PluginCall(MessageHandler handler) {
        this.handler = handler;
    }

    public void resolve(JSObject data) {
        handler.sendResponseMessage(this, new PluginResult(data));
    }

    public void reject(String message) {
        JSObject data = new JSObject();
        data.put("message", message);
        handler.sendResponseMessage(this, new PluginResult(data));
    }
}
