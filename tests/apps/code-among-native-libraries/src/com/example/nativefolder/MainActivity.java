package com.example.nativefolder;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import android.widget.TextView;
import dalvik.system.PathClassLoader;

/** Runs code that lies among the native libraries under the name of one. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(start());
    }

    private String start() {
        try {
            ClassLoader loader = new PathClassLoader(getApplicationInfo().nativeLibraryDir + "/libimage.so", getClassLoader());
            return (String) loader.loadClass("com.example.nativefolder.Part").getMethod("text", Context.class).invoke(null, this);
        } catch (ReflectiveOperationException none) {
            return "none";
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
