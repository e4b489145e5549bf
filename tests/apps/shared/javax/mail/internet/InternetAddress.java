package javax.mail.internet;

import javax.mail.Address;
import javax.mail.MessagingException;

/** Stub with the library's name and methods, written for the case apps. */
public class InternetAddress extends Address {
    private final String address;

    public InternetAddress(String address) throws MessagingException {
        this.address = address;
    }

    @Override
    public String toString() {
        return address;
    }
}
