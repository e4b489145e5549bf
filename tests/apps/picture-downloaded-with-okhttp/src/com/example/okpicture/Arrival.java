package com.example.okpicture;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.drawable.BitmapDrawable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Keeps the picture and shows it. */
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
        File kept = new File(screen.getCacheDir(), "logo.png");
        InputStream in = response.body().byteStream();
        FileOutputStream out = new FileOutputStream(kept);
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        out.close();
        final Bitmap picture = BitmapFactory.decodeFile(kept.getPath());
        screen.runOnUiThread(new Runnable() {
            @Override
            public void run() {
                screen.getWindow().setBackgroundDrawable(new BitmapDrawable(screen.getResources(), picture));
            }
        });
    }
}
