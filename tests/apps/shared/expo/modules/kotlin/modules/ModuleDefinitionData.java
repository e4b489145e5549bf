package expo.modules.kotlin.modules;

import expo.modules.kotlin.functions.AsyncFunctionWithPromiseComponent;
import java.util.List;

/** What a module offers the script. */
public class ModuleDefinitionData {
    public final String name;
    public final List<AsyncFunctionWithPromiseComponent> functions;

    public ModuleDefinitionData(String name, List<AsyncFunctionWithPromiseComponent> functions) {
        this.name = name;
        this.functions = functions;
    }
}
