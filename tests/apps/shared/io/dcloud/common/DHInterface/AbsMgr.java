package io.dcloud.common.DHInterface;

import android.content.Context;

/** Keeps the features. */
public abstract class AbsMgr {
    public abstract Context getContext();
}
