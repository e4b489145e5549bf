package expo.modules.kotlin.jni;

/** What native code calls when the script does. */
public interface JNIAsyncFunctionBody {
    void invoke(Object[] args, PromiseImpl promise);
}
