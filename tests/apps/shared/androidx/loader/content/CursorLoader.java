package androidx.loader.content;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import androidx.core.content.ContentResolverCompat;

/** Stub with androidx's name and methods, written for the case apps: keeps the query and runs it later. */
public class CursorLoader extends AsyncTaskLoader<Cursor> {
    private Uri uri;
    private String[] projection;
    private String selection;
    private String[] selectionArgs;
    private String sortOrder;

    public CursorLoader(
            Context context, Uri uri, String[] projection, String selection, String[] selectionArgs, String sortOrder) {
        super(context);
        this.uri = uri;
        this.projection = projection;
        this.selection = selection;
        this.selectionArgs = selectionArgs;
        this.sortOrder = sortOrder;
    }

    @Override
    public Cursor loadInBackground() {
        return ContentResolverCompat.query(
                getContext().getContentResolver(), uri, projection, selection, selectionArgs, sortOrder, null);
    }
}
