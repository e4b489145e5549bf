package androidx.loader.content;

import android.content.Context;
import android.os.AsyncTask;

/** Stub with androidx's name and methods, written for the case apps: loads on a background thread. */
@SuppressWarnings("deprecation")
public abstract class AsyncTaskLoader<D> extends Loader<D> {
    private final class LoadTask extends AsyncTask<Void, Void, D> {
        @Override
        protected D doInBackground(Void... nothing) {
            return loadInBackground();
        }

        @Override
        protected void onPostExecute(D data) {
            deliverResult(data);
        }
    }

    public AsyncTaskLoader(Context context) {
        super(context);
    }

    public abstract D loadInBackground();

    @Override
    protected void onStartLoading() {
        new LoadTask().executeOnExecutor(AsyncTask.THREAD_POOL_EXECUTOR);
    }
}
