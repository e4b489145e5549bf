package com.alibaba.sdk.android.oss.common.auth;

/** Stub with the library's name, written for the case apps. */
public interface OSSCredentialProvider {}
