package com.example.access;

import android.accessibilityservice.AccessibilityService;
import android.util.Log;
import android.view.accessibility.AccessibilityEvent;

/** Sees what is on the screen, in every app. */
public class ScreenService extends AccessibilityService {
    @Override
    public void onAccessibilityEvent(AccessibilityEvent event) {
        Log.d("screen", String.valueOf(event.getText()));
    }

    @Override
    public void onInterrupt() {}
}
