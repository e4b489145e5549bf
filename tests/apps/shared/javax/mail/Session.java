package javax.mail;

import java.util.Properties;

/** Stub with the library's name and methods, written for the case apps. */
public final class Session {
    private final Properties properties;

    private Session(Properties properties) {
        this.properties = properties;
    }

    public static Session getInstance(Properties properties) {
        return new Session(properties);
    }

    public String getProperty(String name) {
        return properties.getProperty(name);
    }
}
