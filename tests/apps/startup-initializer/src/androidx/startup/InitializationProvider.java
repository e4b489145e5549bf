package androidx.startup;

import android.content.ComponentName;
import android.content.ContentProvider;
import android.content.ContentValues;
import android.content.pm.PackageManager;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Stub with androidx's name, written for the case apps: makes the initializers that the manifest names. */
public class InitializationProvider extends ContentProvider {
    @Override
    public boolean onCreate() {
        try {
            ComponentName self = new ComponentName(getContext(), getClass().getName());
            Bundle names = getContext().getPackageManager().getProviderInfo(self, PackageManager.GET_META_DATA).metaData;
            for (String name : names.keySet()) {
                if ("androidx.startup".equals(names.getString(name))) {
                    ((Initializer<?>) Class.forName(name).getDeclaredConstructor().newInstance()).create(getContext());
                }
            }
            return true;
        } catch (PackageManager.NameNotFoundException | ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public Cursor query(Uri uri, String[] columns, String where, String[] values, String order) {
        return null;
    }

    @Override
    public String getType(Uri uri) {
        return null;
    }

    @Override
    public Uri insert(Uri uri, ContentValues values) {
        return null;
    }

    @Override
    public int delete(Uri uri, String where, String[] values) {
        return 0;
    }

    @Override
    public int update(Uri uri, ContentValues values, String where, String[] arguments) {
        return 0;
    }
}
