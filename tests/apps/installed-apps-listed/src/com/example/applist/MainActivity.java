package com.example.applist;

import android.app.Activity;
import android.os.Bundle;
import android.util.Log;

/** Which other lenders does the borrower use? */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        AppList list = new AppList(getPackageManager());
        new Thread(() -> Log.i("apps", list.read())).start();
    }
}
