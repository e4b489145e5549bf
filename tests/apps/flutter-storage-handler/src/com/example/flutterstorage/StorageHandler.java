package com.example.flutterstorage;

import android.content.Context;
import io.flutter.plugin.common.MethodCall;
import io.flutter.plugin.common.MethodChannel;

/** Answers calls of Dart. */
class StorageHandler implements MethodChannel.MethodCallHandler {
    private final Context context;

    StorageHandler(Context context) {
        this.context = context;
    }

    @Override
    public void onMethodCall(MethodCall call, MethodChannel.Result result) {
        if ("getFreeSpace".equals(call.method)) {
            result.success(String.valueOf(context.getFilesDir().getFreeSpace()));
        } else {
            result.notImplemented();
        }
    }
}
