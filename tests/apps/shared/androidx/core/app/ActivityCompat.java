package androidx.core.app;

import android.app.Activity;
import android.os.Build;

/** Stub with androidx's name and method, written for the case apps. */
public class ActivityCompat {
    private ActivityCompat() {}

    public static void requestPermissions(Activity activity, String[] permissions, int requestCode) {
        if (Build.VERSION.SDK_INT >= 23) {
            activity.requestPermissions(permissions, requestCode);
        }
    }
}
