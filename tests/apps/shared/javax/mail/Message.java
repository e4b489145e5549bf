package javax.mail;

/** Stub with the library's name and methods, written for the case apps. */
public abstract class Message {
    /** To, Cc or Bcc. */
    public static class RecipientType {
        public static final RecipientType TO = new RecipientType();
    }

    public abstract void setSubject(String subject) throws MessagingException;

    public abstract void setText(String text) throws MessagingException;

    public abstract void setRecipient(RecipientType type, Address address) throws MessagingException;
}
