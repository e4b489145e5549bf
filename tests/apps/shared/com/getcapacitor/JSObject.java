package com.getcapacitor;

import org.json.JSONException;
import org.json.JSONObject;

/** An object for the script. */
public class JSObject extends JSONObject {
    public JSObject put(String key, String value) {
        return put(key, (Object) value);
    }

    @Override
    public JSObject put(String key, Object value) {
        try {
            super.put(key, value);
        } catch (JSONException ignored) {
            // a number that JSON cannot write
        }
        return this;
    }
}
