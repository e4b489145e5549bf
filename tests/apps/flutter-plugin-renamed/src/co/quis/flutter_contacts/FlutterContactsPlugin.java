package co.quis.flutter_contacts;

import io.flutter.embedding.engine.plugins.FlutterPlugin;
import io.flutter.plugin.common.BinaryMessenger;
import io.flutter.plugin.common.MethodCall;
import io.flutter.plugin.common.MethodChannel;

/** Stub of the plug-in, written for the case apps: it has the real channel and answers nothing; the real one reads. */
public class FlutterContactsPlugin implements FlutterPlugin, MethodChannel.MethodCallHandler {
    @Override
    public void onAttachedToEngine(Object binding) {
        new MethodChannel((BinaryMessenger) binding, "flutter_contacts").setMethodCallHandler(this);
    }

    @Override
    public void onMethodCall(MethodCall call, MethodChannel.Result result) {
        if ("crud.getAll".equals(call.method)) {
            result.success(null);
        } else {
            result.notImplemented();
        }
    }
}
