package io.flutter.plugin.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A named way for Dart to call Java. */
public class MethodChannel {
    private final BinaryMessenger messenger;
    private final String name;

    public MethodChannel(BinaryMessenger messenger, String name) {
        this.messenger = messenger;
        this.name = name;
    }

    public void setMethodCallHandler(MethodCallHandler handler) {
        messenger.setMessageHandler(name, new IncomingMethodCallHandler(handler));
    }

    public interface MethodCallHandler {
        void onMethodCall(MethodCall call, Result result);
    }

    public interface Result {
        void success(Object result);

        void notImplemented();
    }

    private static final class IncomingMethodCallHandler implements BinaryMessenger.BinaryMessageHandler {
        private final MethodCallHandler handler;

        IncomingMethodCallHandler(MethodCallHandler handler) {
            this.handler = handler;
        }

        @Override
        public void onMessage(ByteBuffer message, final BinaryMessenger.BinaryReply reply) {
            MethodCall call = new MethodCall(StandardCharsets.UTF_8.decode(message).toString(), null);
            handler.onMethodCall(call, new Result() {
                @Override
                public void success(Object result) {
                    reply.reply(StandardMessageCodec.INSTANCE.encode(result));
                }

                @Override
                public void notImplemented() {
                    reply.reply(null);
                }
            });
        }
    }
}
