package com.alibaba.sdk.android.oss.model;

/** Stub with the library's name, written for the case apps. */
public class PutObjectResult {}
