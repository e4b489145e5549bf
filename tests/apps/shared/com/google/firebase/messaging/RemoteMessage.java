package com.google.firebase.messaging;

import android.os.Bundle;
import java.util.HashMap;
import java.util.Map;

/** Stub with Firebase's name and methods, written for the case apps. */
public final class RemoteMessage {
    private final Bundle bundle;

    public RemoteMessage(Bundle bundle) {
        this.bundle = bundle;
    }

    public Map<String, String> getData() {
        Map<String, String> data = new HashMap<>();
        for (String key : bundle.keySet()) {
            data.put(key, bundle.getString(key));
        }
        return data;
    }
}
