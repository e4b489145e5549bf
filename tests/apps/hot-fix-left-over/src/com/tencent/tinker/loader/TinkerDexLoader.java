package com.tencent.tinker.loader;

import dalvik.system.DexClassLoader;

/** Stands for the class of this name in Tinker; nobody calls it here. */
public class TinkerDexLoader {
    public static ClassLoader load(String path) {
        return new DexClassLoader(path, null, null, TinkerDexLoader.class.getClassLoader());
    }
}
