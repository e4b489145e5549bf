package com.example.scraper;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import com.moxie.client.manager.MoxieSDK;
import com.moxie.client.model.MxParam;

/** Fetches the bills of the borrower's phone company. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button button = new Button(this);
        button.setOnClickListener(view -> signIn());
        setContentView(button);
    }

    private void signIn() {
        MxParam param = new MxParam();
        param.setUserId("borrower-4711");
        param.setApiKey("a key");
        param.setFunction("carrier");
        MoxieSDK.getInstance().start(this, param);
    }
}
