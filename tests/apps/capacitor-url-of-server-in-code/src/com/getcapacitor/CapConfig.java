package com.getcapacitor;

import android.content.Context;

/** Stub with the names of Capacitor's settings as code makes them, written for the case apps. */
public class CapConfig {
    private final String serverUrl;

    private CapConfig(String serverUrl) {
        this.serverUrl = serverUrl;
    }

    public String getServerUrl() {
        return serverUrl;
    }

    /** Makes settings. */
    public static class Builder {
        private String serverUrl;

        public Builder(Context context) {}

        public Builder setServerUrl(String serverUrl) {
            this.serverUrl = serverUrl;
            return this;
        }

        public CapConfig create() {
            return new CapConfig(serverUrl);
        }
    }
}
