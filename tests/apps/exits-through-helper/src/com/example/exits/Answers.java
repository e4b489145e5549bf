package com.example.exits;

import android.app.Activity;
import android.content.pm.PackageManager;

/** What the person answered, and what follows from it. */
final class Answers {
    private Answers() {}

    static boolean allGranted(int[] results) {
        for (int result : results) {
            if (result != PackageManager.PERMISSION_GRANTED) {
                return false;
            }
        }
        return results.length > 0;
    }

    static void leave(Activity screen) {
        screen.finishAffinity();
        System.exit(0);
    }
}
