package androidx.lifecycle;

/** Stub with androidx's name, written for the case apps. */
public interface Observer<T> {
    void onChanged(T value);
}
