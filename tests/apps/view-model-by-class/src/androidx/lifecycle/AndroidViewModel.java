package androidx.lifecycle;

import android.app.Application;

/** Stub with androidx's name and methods, written for the case apps. */
public class AndroidViewModel extends ViewModel {
    private final Application application;

    public AndroidViewModel(Application application) {
        this.application = application;
    }

    public Application getApplication() {
        return application;
    }
}
