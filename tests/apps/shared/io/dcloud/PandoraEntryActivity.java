package io.dcloud;

import android.app.Activity;
import android.os.Bundle;

/** Shows the pages in assets/apps; the engine makes the features that assets/data/dcloud_properties.xml names. */
public class PandoraEntryActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        startEngine("data/dcloud_properties.xml", "dcloud_uniplugins.json");
    }

    private native void startEngine(String features, String plugins);
}
