package expo.modules.kotlin.modules;

import android.content.Context;

/** What the script can call by name. */
public abstract class Module {
    public Context context;

    public abstract ModuleDefinitionData definition();
}
