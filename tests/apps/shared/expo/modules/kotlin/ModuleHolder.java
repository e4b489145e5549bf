package expo.modules.kotlin;

import android.content.Context;
import expo.modules.kotlin.functions.AsyncFunctionWithPromiseComponent;
import expo.modules.kotlin.jni.JavaScriptModuleObject;
import expo.modules.kotlin.modules.Module;
import expo.modules.kotlin.modules.ModuleDefinitionData;

/** Shows a module to the script. */
public class ModuleHolder {
    public static void attach(Context context, Module module, JavaScriptModuleObject object) {
        module.context = context;
        ModuleDefinitionData data = module.definition();
        for (AsyncFunctionWithPromiseComponent each : data.functions) {
            each.attachToJSObject(object);
        }
    }
}
