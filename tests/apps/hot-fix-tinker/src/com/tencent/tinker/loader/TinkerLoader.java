package com.tencent.tinker.loader;

import android.content.Intent;
import com.tencent.tinker.loader.app.TinkerApplication;
import dalvik.system.DexClassLoader;
import java.io.File;

/** Stands for the class of this name in Tinker: it puts the DEX files of a patch before those of the package. */
public class TinkerLoader {
    public Intent tryLoad(TinkerApplication app) {
        Intent result = new Intent();
        File patch = new File(new File(app.getApplicationInfo().dataDir, "tinker"), "patch.info");
        if (patch.exists()) {
            ClassLoader loader = new DexClassLoader(new File(patch.getParentFile(), "tinker_classN.apk").getPath(), null, null, app.getClassLoader());
            result.putExtra("intent_patch_loader", loader.toString());
        }
        return result;
    }
}
