package com.example.flutterstorage;

import io.flutter.embedding.android.FlutterActivity;
import io.flutter.plugin.common.BinaryMessenger;
import io.flutter.plugin.common.MethodChannel;

/** Lets Dart code call one handler. */
public class MainActivity extends FlutterActivity {
    @Override
    public void configureFlutterEngine(BinaryMessenger messenger) {
        super.configureFlutterEngine(messenger);
        new MethodChannel(messenger, "com.example/own").setMethodCallHandler(new StorageHandler(this));
    }
}
