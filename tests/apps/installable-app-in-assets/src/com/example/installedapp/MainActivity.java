package com.example.installedapp;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Copies the other app out of the package and asks Android to install it. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        File copy = new File(getExternalCacheDir(), "hello.apk");
        try (InputStream app = getAssets().open("hello.apk")) {
            Files.copy(app, copy.toPath());
        } catch (IOException none) {
            setTitle("no file");
            return;
        }
        Intent install = new Intent(Intent.ACTION_VIEW);
        install.setDataAndType(Uri.fromFile(copy), "application/vnd.android.package-archive");
        startActivity(install);
    }
}
