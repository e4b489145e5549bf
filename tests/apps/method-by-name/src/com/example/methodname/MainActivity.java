package com.example.methodname;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;

/** Finds the method at run time. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            Class<?> type = Class.forName("com.example.methodname.Hidden");
            type.getDeclaredMethod("go", Context.class).invoke(null, this);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
