package io.flutter.embedding.android;

/** Stub with the name of Flutter's activity, written for the case apps; the real one answers the script. */
public class FlutterActivity {
}
