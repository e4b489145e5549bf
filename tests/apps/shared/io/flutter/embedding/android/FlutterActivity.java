package io.flutter.embedding.android;

import android.app.Activity;
import android.os.Bundle;
import io.flutter.embedding.engine.FlutterJNI;
import io.flutter.embedding.engine.dart.DartMessenger;
import io.flutter.plugin.common.BinaryMessenger;

/** Starts the engine, in which Dart code runs. */
public class FlutterActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        FlutterJNI engine = new FlutterJNI();
        configureFlutterEngine(new DartMessenger(engine));
        engine.nativeAttach();
    }

    public void configureFlutterEngine(BinaryMessenger messenger) {
    }
}
