package com.example.copied;

import android.content.Context;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Brings a file of the package to where it can be opened by its path. */
class Copying {
    static String copied(Context context, String asset, String name) throws IOException {
        File copy = new File(context.getDir("modules", Context.MODE_PRIVATE), name);
        try (InputStream in = context.getAssets().open(asset)) {
            pour(in, new FileOutputStream(copy));
        }
        return copy.getPath();
    }

    private static void pour(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        out.close();
    }
}
