package androidx.lifecycle;

/** Stub with androidx's name, written for the case apps. */
public abstract class ViewModel {
    protected void onCleared() {}
}
