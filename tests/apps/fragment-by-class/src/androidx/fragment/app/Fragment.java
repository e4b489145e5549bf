package androidx.fragment.app;

import android.content.Context;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;

/** Stub with androidx's name and methods, written for the case apps. */
public class Fragment {
    private Context context;

    void attach(Context context) {
        this.context = context;
    }

    public final Context requireContext() {
        return context;
    }

    public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle state) {
        return null;
    }

    public void onViewCreated(View view, Bundle state) {}
}
