package com.alibaba.sdk.android.oss.model;

/** Stub with the library's name, written for the case apps. */
public class PutObjectRequest {
    private final String name;
    private final byte[] content;

    public PutObjectRequest(String bucket, String key, byte[] content) {
        this.name = bucket + '/' + key;
        this.content = content;
    }

    @Override
    public String toString() {
        return name + ' ' + content.length;
    }
}
