package com.example.scoring;

import android.app.Application;
import com.lenddo.data.AndroidData;
import com.lenddo.data.models.ClientOptions;

/** Sets the library up. */
public class LoanApp extends Application {
    @Override
    public void onCreate() {
        super.onCreate();
        ClientOptions options = new ClientOptions();
        options.setWifiOnly(true);
        AndroidData.setup(this, "an id", "a secret", options);
    }
}
