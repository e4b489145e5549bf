package com.hjq.permissions;

import java.util.List;

/** Stub with the library's name and methods, written for the case apps. */
public interface OnPermissionCallback {
    void onGranted(List<String> permissions, boolean all);

    default void onDenied(List<String> permissions, boolean never) {}
}
