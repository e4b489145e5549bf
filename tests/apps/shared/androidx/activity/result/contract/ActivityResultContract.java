package androidx.activity.result.contract;

import android.content.Intent;

/** Stub with androidx's name and methods, written for the case apps. */
public abstract class ActivityResultContract<I, O> {
    public abstract Intent createIntent(I input);

    public abstract O parseResult(int resultCode, Intent intent);
}
