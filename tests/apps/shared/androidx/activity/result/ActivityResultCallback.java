package androidx.activity.result;

/** Stub with androidx's name and methods, written for the case apps. */
public interface ActivityResultCallback<O> {
    void onActivityResult(O result);
}
