package io.dcloud.feature.uniapp.common;

import io.dcloud.feature.uniapp.AbsSDKInstance;

/** What the script can call by name. */
public class UniModule {
    public AbsSDKInstance mUniSDKInstance;
}
