package androidx.core.os;

/** Stub with androidx's name, written for the case apps. */
public final class CancellationSignal {
    private final android.os.CancellationSignal platform = new android.os.CancellationSignal();

    public android.os.CancellationSignal platform() {
        return platform;
    }
}
