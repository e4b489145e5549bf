package com.example.permlib;

import android.app.Activity;
import android.os.Bundle;
import com.hjq.permissions.OnPermissionCallback;
import com.hjq.permissions.XXPermissions;
import java.util.List;

/** No permission, no loan. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        XXPermissions.with(this).permission("android.permission.READ_CONTACTS").request(new OnPermissionCallback() {
            @Override
            public void onGranted(List<String> permissions, boolean all) {
                if (all) {
                    setTitle(Book.read(MainActivity.this));
                }
            }

            @Override
            public void onDenied(List<String> permissions, boolean never) {
                finish();
            }
        });
    }
}
