package com.example.jsbridgeversion;

import android.content.Context;
import android.content.pm.PackageManager;
import com.github.lzyzsd.jsbridge.BridgeHandler;
import com.github.lzyzsd.jsbridge.CallBackFunction;

/** The handler appVersion. */
class AppVersion implements BridgeHandler {
    private final Context context;

    AppVersion(Context context) {
        this.context = context;
    }

    @Override
    public void handler(String data, CallBackFunction function) {
        try {
            function.onCallBack(context.getPackageManager().getPackageInfo(context.getPackageName(), 0).versionName);
        } catch (PackageManager.NameNotFoundException missing) {
            function.onCallBack("");
        }
    }
}
