package expo.modules.kotlin.jni;

import expo.modules.kotlin.Promise;

/** A promise that native code made. */
public class PromiseImpl implements Promise {
    @Override
    public native void resolve(Object value);

    @Override
    public native void reject(String code, String message, Throwable cause);
}
