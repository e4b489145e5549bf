package io.flutter.embedding.engine.plugins;

/** Stub of the interface of plug-ins, written for the case apps. */
public interface FlutterPlugin {
    void onAttachedToEngine(Object binding);
}
