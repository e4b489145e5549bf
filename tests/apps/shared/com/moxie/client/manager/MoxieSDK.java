package com.moxie.client.manager;

import android.app.Activity;
import com.moxie.client.model.MxParam;

/** Stub with the library's name and methods, written for the case apps: signs in nowhere. */
public final class MoxieSDK {
    private static final MoxieSDK INSTANCE = new MoxieSDK();

    private MoxieSDK() {}

    public static MoxieSDK getInstance() {
        return INSTANCE;
    }

    public void start(Activity activity, MxParam param) {
        activity.setTitle(param.toString());
    }
}
