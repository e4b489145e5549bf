package javax.mail;

import java.util.ArrayList;
import java.util.List;

/** Stub with the library's name and methods, written for the case apps: the real one hands the message to a mail server. */
public abstract class Transport {
    private static final List<Message> SENT = new ArrayList<>();

    public static void send(Message message) throws MessagingException {
        SENT.add(message);
    }
}
