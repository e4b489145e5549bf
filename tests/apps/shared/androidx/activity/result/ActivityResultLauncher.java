package androidx.activity.result;

/** Stub with androidx's name and methods, written for the case apps. */
public abstract class ActivityResultLauncher<I> {
    public abstract void launch(I input);
}
