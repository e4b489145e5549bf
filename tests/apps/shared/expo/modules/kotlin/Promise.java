package expo.modules.kotlin;

/** What the script waits for. */
public interface Promise {
    void resolve(Object value);

    void reject(String code, String message, Throwable cause);
}
