package org.apache.cordova;

import org.json.JSONArray;
import org.json.JSONObject;

/** One answer to the script. */
public class PluginResult {
    private final int status;
    private final String message;

    public enum Status { NO_RESULT, OK, ERROR }

    public PluginResult(Status status, JSONArray message) {
        this.status = status.ordinal();
        this.message = message.toString();
    }

    public PluginResult(Status status, JSONObject message) {
        this.status = status.ordinal();
        this.message = message.toString();
    }

    public int getStatus() {
        return status;
    }

    public String getMessage() {
        return message;
    }
}
