package androidx.work;

/** Stub with androidx's name, written for the case apps. */
public final class WorkerParameters {}
