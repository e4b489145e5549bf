package com.example.fetchedpicture;

import android.content.Context;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;

/** Keeps the picture that the server has. */
class Fetching {
    static File fetch(Context context) throws IOException {
        File kept = new File(context.getFilesDir(), "logo.png");
        URL address = new URL("https://plugins.example.com/v2/logo.png");
        try (InputStream in = address.openStream(); OutputStream out = new FileOutputStream(kept)) {
            byte[] buffer = new byte[8192];
            int count = in.read(buffer);
            while (count > 0) {
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        }
        return kept;
    }
}
