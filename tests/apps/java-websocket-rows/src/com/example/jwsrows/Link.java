package com.example.jwsrows;

import java.net.URI;
import java.util.List;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Carries rows. */
final class Link extends WebSocketClient {
    private final List<String> rows;

    Link(URI server, List<String> rows) {
        super(server);
        this.rows = rows;
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        for (String row : rows) {
            send(row);
        }
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
