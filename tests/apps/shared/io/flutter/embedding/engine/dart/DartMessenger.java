package io.flutter.embedding.engine.dart;

import io.flutter.embedding.engine.FlutterJNI;
import io.flutter.plugin.common.BinaryMessenger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Brings messages from Dart to their handlers. */
public class DartMessenger implements BinaryMessenger {
    private final Map<String, BinaryMessenger.BinaryMessageHandler> handlers = new HashMap<>();
    private final FlutterJNI engine;

    public DartMessenger(FlutterJNI engine) {
        this.engine = engine;
        engine.setPlatformMessageHandler(this);
    }

    @Override
    public void setMessageHandler(String channel, BinaryMessenger.BinaryMessageHandler handler) {
        handlers.put(channel, handler);
    }

    public void handleMessageFromDart(String channel, ByteBuffer message, int replyId) {
        BinaryMessenger.BinaryMessageHandler handler = handlers.get(channel);
        if (handler != null) {
            handler.onMessage(message, new Reply(engine, replyId));
        }
    }

    static class Reply implements BinaryMessenger.BinaryReply {
        private final FlutterJNI engine;
        private final int replyId;

        Reply(FlutterJNI engine, int replyId) {
            this.engine = engine;
            this.replyId = replyId;
        }

        @Override
        public void reply(ByteBuffer reply) {
            engine.nativeInvokePlatformMessageResponseCallback(replyId, reply, reply.position());
        }
    }
}
