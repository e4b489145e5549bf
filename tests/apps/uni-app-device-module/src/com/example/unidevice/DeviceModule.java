package com.example.unidevice;

import android.os.Build;
import io.dcloud.feature.uniapp.annotation.UniJSMethod;
import io.dcloud.feature.uniapp.common.UniModule;

/** The module Device. */
public class DeviceModule extends UniModule {
    @UniJSMethod(uiThread = false)
    public String model() {
        return Build.MODEL;
    }
}
