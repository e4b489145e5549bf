package io.flutter.plugins;

import android.util.Log;
import co.quis.flutter_contacts.FlutterContactsPlugin;
import io.flutter.embedding.engine.plugins.FlutterPlugin;
import java.util.List;

/** As Flutter generates it. */
public final class GeneratedPluginRegistrant {
    private static final String TAG = "GeneratedPluginRegistrant";

    public static void registerWith(List<FlutterPlugin> plugins) {
        try {
            plugins.add(new FlutterContactsPlugin());
        } catch (Exception e) {
            Log.e(TAG, "Error registering plugin flutter_contacts, co.quis.flutter_contacts.FlutterContactsPlugin", e);
        }
    }
}
