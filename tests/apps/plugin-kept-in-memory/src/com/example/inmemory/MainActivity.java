package com.example.inmemory;

import android.app.Activity;
import android.os.Bundle;
import dalvik.system.InMemoryDexClassLoader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Runs what the server answers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(new Runnable() {
            @Override
            public void run() {
                try {
                    runPlugin(Server.get("/modules/score"));
                } catch (IOException | ReflectiveOperationException none) {
                    finish();
                }
            }
        }).start();
    }

    private void runPlugin(ByteBuffer code) throws ReflectiveOperationException {
        InMemoryDexClassLoader loader = new InMemoryDexClassLoader(code, getClassLoader());
        ((Runnable) loader.loadClass("com.example.module.Score").getConstructor().newInstance()).run();
    }
}
