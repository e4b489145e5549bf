package com.moxie.client.model;

/** Stub with the library's name and methods, written for the case apps. */
public class MxParam {
    private String userId;
    private String apiKey;
    private String function;

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public void setFunction(String function) {
        this.function = function;
    }

    @Override
    public String toString() {
        return userId + ' ' + apiKey + ' ' + function;
    }
}
