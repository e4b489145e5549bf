package com.hjq.permissions;

import android.app.Activity;
import java.util.ArrayList;
import java.util.List;

/** Stub with the library's name and methods, written for the case apps. */
public final class XXPermissions {
    private final Activity activity;
    private final List<String> permissions = new ArrayList<>();

    private XXPermissions(Activity activity) {
        this.activity = activity;
    }

    public static XXPermissions with(Activity activity) {
        return new XXPermissions(activity);
    }

    public XXPermissions permission(String permission) {
        permissions.add(permission);
        return this;
    }

    public void request(OnPermissionCallback callback) {
        PermissionFragment fragment = new PermissionFragment();
        fragment.callback = callback;
        fragment.permissions = permissions;
        activity.getFragmentManager().beginTransaction().add(fragment, "permissions").commit();
    }
}
