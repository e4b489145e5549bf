package com.alibaba.sdk.android.oss;

/** Stub with the library's name, written for the case apps. */
public class ServiceException extends Exception {}
