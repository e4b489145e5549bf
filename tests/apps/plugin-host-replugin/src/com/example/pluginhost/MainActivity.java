package com.example.pluginhost;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import com.qihoo360.replugin.RePlugin;

/** Opens the screen of a plug-in. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        RePlugin.startActivity(this, new Intent().setClassName("loan", "com.example.loan.OfferActivity"));
    }
}
