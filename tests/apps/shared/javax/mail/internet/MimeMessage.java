package javax.mail.internet;

import javax.mail.Address;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;

/** Stub with the library's name and methods, written for the case apps. */
public class MimeMessage extends Message {
    private final StringBuilder content = new StringBuilder();

    public MimeMessage(Session session) {
        content.append(session.getProperty("mail.smtp.host"));
    }

    @Override
    public void setSubject(String subject) throws MessagingException {
        content.append(subject);
    }

    @Override
    public void setText(String text) throws MessagingException {
        content.append(text);
    }

    @Override
    public void setRecipient(RecipientType type, Address address) throws MessagingException {
        content.append(address);
    }
}
