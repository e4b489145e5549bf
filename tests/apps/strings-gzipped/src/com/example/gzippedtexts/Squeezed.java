package com.example.gzippedtexts;

import android.util.Base64;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Texts are compressed and written in Base64. */
final class Squeezed {
    private Squeezed() {}

    static String text(String squeezed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(Base64.decode(squeezed, Base64.DEFAULT)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] piece = new byte[64];
            int count;
            while ((count = in.read(piece)) > 0) {
                out.write(piece, 0, count);
            }
            return out.toString("UTF-8");
        } catch (IOException broken) {
            return null;
        }
    }
}
