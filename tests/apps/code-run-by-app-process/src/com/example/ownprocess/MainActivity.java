package com.example.ownprocess;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies a file out of the package and has Android's own starter run it, in a process of its own but under the same permissions. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        show(start());
    }

    private String start() {
        File file = new File(getCodeCacheDir(), "check.dat");
        try (InputStream in = getAssets().open("check.dat"); OutputStream out = new FileOutputStream(file)) {
            byte[] piece = new byte[8192];
            int count;
            while ((count = in.read(piece)) > 0) {
                out.write(piece, 0, count);
            }
            Runtime.getRuntime().exec(new String[] {"/system/bin/app_process", "-Djava.class.path=" + file, "/system/bin", "com.lender.check.Main"});
            return "started";
        } catch (IOException none) {
            return "none";
        }
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
