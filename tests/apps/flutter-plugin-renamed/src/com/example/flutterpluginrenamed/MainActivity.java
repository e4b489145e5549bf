package com.example.flutterpluginrenamed;

import io.flutter.embedding.android.FlutterActivity;
import io.flutter.embedding.engine.plugins.FlutterPlugin;
import io.flutter.plugin.common.BinaryMessenger;
import io.flutter.plugins.GeneratedPluginRegistrant;
import java.util.ArrayList;
import java.util.List;

/** Registers the plug-ins, as the real activity does by itself. */
public class MainActivity extends FlutterActivity {
    @Override
    public void configureFlutterEngine(BinaryMessenger messenger) {
        List<FlutterPlugin> plugins = new ArrayList<>();
        GeneratedPluginRegistrant.registerWith(plugins);
        for (FlutterPlugin plugin : plugins) {
            plugin.onAttachedToEngine(messenger);
        }
    }
}
