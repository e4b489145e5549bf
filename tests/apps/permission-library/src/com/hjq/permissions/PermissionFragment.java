package com.hjq.permissions;

import android.app.Fragment;
import android.os.Bundle;
import java.util.List;

/** Stub with the library's name, written for the case apps: asks and hears the answer. */
@SuppressWarnings("deprecation")
public final class PermissionFragment extends Fragment {
    OnPermissionCallback callback;
    List<String> permissions;

    @Override
    public void onCreate(Bundle state) {
        super.onCreate(state);
        requestPermissions(permissions.toArray(new String[0]), 1);
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        if (results.length > 0 && results[0] == 0) {
            callback.onGranted(permissions, true);
        } else {
            callback.onDenied(permissions, false);
        }
    }
}
