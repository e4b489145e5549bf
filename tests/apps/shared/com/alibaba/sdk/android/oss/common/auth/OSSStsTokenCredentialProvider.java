package com.alibaba.sdk.android.oss.common.auth;

/** Stub with the library's name, written for the case apps. */
public class OSSStsTokenCredentialProvider implements OSSCredentialProvider {
    public OSSStsTokenCredentialProvider(String key, String secret, String token) {}
}
