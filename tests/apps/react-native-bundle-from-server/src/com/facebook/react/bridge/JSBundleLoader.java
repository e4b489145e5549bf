package com.facebook.react.bridge;

/** Stub with the names of what loads the script of a React Native app, written for the case apps. */
public abstract class JSBundleLoader {
    /** A script that was fetched from `sourceURL` and lies in a file. */
    public static JSBundleLoader createCachedBundleFromNetworkLoader(final String sourceURL, final String cachedFileLocation) {
        return new JSBundleLoader() {
            @Override
            public String loadScript(CatalystInstance engine) {
                engine.loadScript(cachedFileLocation);
                return sourceURL;
            }
        };
    }

    public abstract String loadScript(CatalystInstance engine);
}
