package com.example.flutterkotlinhandler

import io.flutter.embedding.android.FlutterActivity
import io.flutter.plugin.common.BinaryMessenger
import io.flutter.plugin.common.MethodChannel

/** Lets Dart code call one handler. */
class MainActivity : FlutterActivity() {
    override fun configureFlutterEngine(messenger: BinaryMessenger) {
        super.configureFlutterEngine(messenger)
        MethodChannel(messenger, "loan/device").setMethodCallHandler(BookHandler(this))
    }
}
