package expo.modules.kotlin.jni;

/** The module as the script sees it. */
public class JavaScriptModuleObject {
    public native void registerAsyncFunction(String name, JNIAsyncFunctionBody body);
}
