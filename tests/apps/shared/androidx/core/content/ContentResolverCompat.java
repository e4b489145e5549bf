package androidx.core.content;

import android.content.ContentResolver;
import android.database.Cursor;
import android.net.Uri;
import androidx.core.os.CancellationSignal;

/** Stub with androidx's name and signature, written for the case apps: passes the query on. */
public final class ContentResolverCompat {
    private ContentResolverCompat() {}

    public static Cursor query(
            ContentResolver resolver,
            Uri uri,
            String[] projection,
            String selection,
            String[] selectionArgs,
            String sortOrder,
            CancellationSignal signal) {
        android.os.CancellationSignal platform = signal == null ? null : signal.platform();
        return resolver.query(uri, projection, selection, selectionArgs, sortOrder, platform);
    }
}
