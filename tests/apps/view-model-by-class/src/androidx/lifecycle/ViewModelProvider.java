package androidx.lifecycle;

import android.app.Application;
import java.util.HashMap;
import java.util.Map;

/** Stub with androidx's name and methods, written for the case apps: makes models by reflection, once. */
public class ViewModelProvider {
    private final Map<Class<?>, ViewModel> models = new HashMap<>();
    private final Application application;

    public ViewModelProvider(Application application) {
        this.application = application;
    }

    public <T extends ViewModel> T get(Class<T> type) {
        ViewModel model = models.get(type);
        if (model == null) {
            try {
                model = type.getConstructor(Application.class).newInstance(application);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException(broken);
            }
            models.put(type, model);
        }
        return type.cast(model);
    }
}
