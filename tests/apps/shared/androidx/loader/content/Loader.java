package androidx.loader.content;

import android.content.Context;

/** Stub with androidx's name and methods, written for the case apps. */
public class Loader<D> {
    /** Told when the rows are there. */
    public interface OnLoadCompleteListener<D> {
        void onLoadComplete(Loader<D> loader, D data);
    }

    private final Context context;
    private OnLoadCompleteListener<D> listener;

    public Loader(Context context) {
        this.context = context;
    }

    public Context getContext() {
        return context;
    }

    public void registerListener(int id, OnLoadCompleteListener<D> listener) {
        this.listener = listener;
    }

    public void deliverResult(D data) {
        listener.onLoadComplete(this, data);
    }

    public void startLoading() {
        onStartLoading();
    }

    protected void onStartLoading() {}
}
