package expo.modules.kotlin.functions;

import expo.modules.kotlin.Promise;
import expo.modules.kotlin.jni.JNIAsyncFunctionBody;
import expo.modules.kotlin.jni.JavaScriptModuleObject;
import expo.modules.kotlin.jni.PromiseImpl;
import kotlin.Unit;
import kotlin.jvm.functions.Function2;

/** A function that answers through a promise. */
public class AsyncFunctionWithPromiseComponent {
    private final String name;
    private final Function2<Object[], Promise, Unit> body;

    public AsyncFunctionWithPromiseComponent(String name, Function2<Object[], Promise, Unit> body) {
        this.name = name;
        this.body = body;
    }

    public void attachToJSObject(JavaScriptModuleObject module) {
        module.registerAsyncFunction(name, new JNIAsyncFunctionBody() {
            @Override
            public void invoke(Object[] args, PromiseImpl promise) {
                body.invoke(args, promise);
            }
        });
    }
}
