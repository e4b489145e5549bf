package com.example.addedpath;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;

/** Puts a file from a server behind the app's own classes; no class loader is made. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(this::extend).start();
    }

    private void extend() {
        File file = new File(getFilesDir(), "help.pak");
        try (InputStream in = new URL("https://files.example.net/help.pak").openStream(); OutputStream out = new FileOutputStream(file)) {
            byte[] piece = new byte[8192];
            int count;
            while ((count = in.read(piece)) > 0) {
                out.write(piece, 0, count);
            }
            ClassLoader own = getClassLoader();
            own.getClass().getMethod("addDexPath", String.class).invoke(own, file.getPath());
            Runnable help = (Runnable) own.loadClass("com.lender.help.Start").getDeclaredConstructor().newInstance();
            runOnUiThread(help);
        } catch (IOException | ReflectiveOperationException none) {
            runOnUiThread(() -> show("no help"));
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
