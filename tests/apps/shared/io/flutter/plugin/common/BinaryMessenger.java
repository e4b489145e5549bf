package io.flutter.plugin.common;

import java.nio.ByteBuffer;

/** Bytes to and from Dart. */
public interface BinaryMessenger {
    void setMessageHandler(String channel, BinaryMessageHandler handler);

    interface BinaryMessageHandler {
        void onMessage(ByteBuffer message, BinaryReply reply);
    }

    interface BinaryReply {
        void reply(ByteBuffer reply);
    }
}
