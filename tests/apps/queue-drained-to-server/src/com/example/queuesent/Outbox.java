package com.example.queuesent;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLSocketFactory;

/** Whatever is put into the queue goes out over an encrypted line. */
final class Outbox extends Thread {
    static final BlockingQueue<String> QUEUE = new LinkedBlockingQueue<>();

    @Override
    public void run() {
        try (Socket socket = SSLSocketFactory.getDefault().createSocket("secure.example.com", 8443);
                BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream()))) {
            while (!isInterrupted()) {
                writer.write(QUEUE.take());
                writer.newLine();
            }
        } catch (IOException | InterruptedException closed) {
            interrupt();
        }
    }
}
