package com.example.dialer;

import android.app.Activity;
import android.app.role.RoleManager;
import android.os.Bundle;
import android.widget.Button;

/** Asks to become the phone's default phone app when the button is tapped. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> {
            RoleManager roles = (RoleManager) getSystemService(ROLE_SERVICE);
            startActivityForResult(roles.createRequestRoleIntent(RoleManager.ROLE_DIALER), 1);
        });
        setContentView(button);
    }
}
