package androidx.fragment.app;

import android.app.Activity;
import android.view.LayoutInflater;
import android.view.View;

/** Stub with androidx's name, written for the case apps: shows a fragment of a class, made by reflection. */
public class FragmentActivity extends Activity {
    protected void replace(Class<? extends Fragment> type) {
        try {
            Fragment fragment = type.getDeclaredConstructor().newInstance();
            fragment.attach(this);
            View view = fragment.onCreateView(LayoutInflater.from(this), null, null);
            setContentView(view);
            fragment.onViewCreated(view, null);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
