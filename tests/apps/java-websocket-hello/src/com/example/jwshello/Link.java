package com.example.jwshello;

import android.os.Build;
import java.net.URI;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Says hello. */
final class Link extends WebSocketClient {
    Link(URI server) {
        super(server);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        send(Build.MODEL);
        close();
    }

    @Override
    public void onMessage(String text) {}

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failed) {
        close();
    }
}
