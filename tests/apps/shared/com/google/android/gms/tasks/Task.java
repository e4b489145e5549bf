package com.google.android.gms.tasks;

/** Stub with the library's name, written for the case apps. */
public abstract class Task<T> {}
