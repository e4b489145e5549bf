package io.dcloud.feature.uniapp;

import android.content.Context;

/** One page of the script. */
public class AbsSDKInstance {
    public native Context getContext();
}
