package io.flutter.embedding.engine;

import io.flutter.embedding.engine.dart.DartMessenger;
import java.nio.ByteBuffer;

/** The engine's native side: it calls handlePlatformMessage when Dart sends something. */
public class FlutterJNI {
    private DartMessenger handler;

    public void setPlatformMessageHandler(DartMessenger handler) {
        this.handler = handler;
    }

    public void handlePlatformMessage(String channel, ByteBuffer message, int replyId, long messageData) {
        handler.handleMessageFromDart(channel, message, replyId);
    }

    public native void nativeAttach();

    public native void nativeInvokePlatformMessageResponseCallback(int replyId, ByteBuffer message, int position);
}
