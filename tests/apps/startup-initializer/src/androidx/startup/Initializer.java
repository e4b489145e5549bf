package androidx.startup;

import android.content.Context;
import java.util.List;

/** Stub with androidx's name and methods, written for the case apps. */
public interface Initializer<T> {
    T create(Context context);

    List<Class<? extends Initializer<?>>> dependencies();
}
