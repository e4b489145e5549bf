package com.example.singleton;

import android.app.Activity;

/** The app's actions, ready made. */
final class Actions {
    /** One action. */
    interface Action {
        void run(Activity activity);
    }

    static final Action FIRST = activity -> activity.setTitle(Book.read(activity));

    private Actions() {}
}
