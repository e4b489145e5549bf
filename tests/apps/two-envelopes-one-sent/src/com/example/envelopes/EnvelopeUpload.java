package com.example.envelopes;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLConnection;

/** Posts the text of the one envelope it is given. */
final class EnvelopeUpload implements Runnable {
    private final Envelope envelope;

    EnvelopeUpload(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public void run() {
        try {
            URLConnection connection = new URL("https://device.example.com/model").openConnection();
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(envelope.getText().getBytes());
            }
            connection.getInputStream().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
