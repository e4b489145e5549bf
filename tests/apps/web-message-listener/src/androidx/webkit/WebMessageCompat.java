package androidx.webkit;

/** Stub, written for the case apps: what the page sent. */
public class WebMessageCompat {
    private final String data;

    public WebMessageCompat(String data) {
        this.data = data;
    }

    public String getData() {
        return data;
    }
}
