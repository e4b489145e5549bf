package androidx.loader.app;

import android.app.Activity;
import android.os.Bundle;
import androidx.loader.content.Loader;

/** Stub with androidx's name and methods, written for the case apps. */
public final class LoaderManager {
    /** What a screen implements to use loaders. */
    public interface LoaderCallbacks<D> {
        Loader<D> onCreateLoader(int id, Bundle arguments);

        void onLoadFinished(Loader<D> loader, D data);

        void onLoaderReset(Loader<D> loader);
    }

    private LoaderManager() {}

    public static LoaderManager getInstance(Activity owner) {
        return new LoaderManager();
    }

    public <D> Loader<D> initLoader(int id, Bundle arguments, LoaderCallbacks<D> callbacks) {
        Loader<D> loader = callbacks.onCreateLoader(id, arguments);
        loader.registerListener(id, callbacks::onLoadFinished);
        loader.startLoading();
        return loader;
    }
}
