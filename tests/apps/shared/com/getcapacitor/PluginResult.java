package com.getcapacitor;

/** What is handed to the script. */
public class PluginResult {
    private final JSObject data;

    public PluginResult(JSObject data) {
        this.data = data;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
