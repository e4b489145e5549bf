package com.example.borrowedicon;

import android.app.Activity;
import android.content.Context;
import android.content.pm.PackageManager.NameNotFoundException;
import android.os.Bundle;

/** Shows what the lender's app is called. */
public class MainActivity extends Activity {
    private static final String PARTNER = "com.example.lender.core";

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Context partner = createPackageContext(PARTNER, Context.CONTEXT_IGNORE_SECURITY);
            setTitle(partner.getString(partner.getResources().getIdentifier("app_name", "string", PARTNER)));
        } catch (NameNotFoundException none) {
            setTitle("not installed");
        }
    }
}
