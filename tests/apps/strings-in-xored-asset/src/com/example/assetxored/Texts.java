package com.example.assetxored;

import android.content.Context;
import java.io.IOException;
import java.io.InputStream;

/** The file's bytes are changed by where they stand; its texts end with a zero. */
final class Texts {
    private static String[] all;

    private Texts() {}

    static String get(Context context, int number) {
        if (all == null) {
            all = load(context);
        }
        return all[number];
    }

    private static String[] load(Context context) {
        try (InputStream file = context.getAssets().open("t.bin")) {
            byte[] bytes = new byte[file.available()];
            int filled = 0;
            while (filled < bytes.length) {
                filled += file.read(bytes, filled, bytes.length - filled);
            }
            for (int index = 0; index < bytes.length; index++) {
                bytes[index] ^= (byte) (0xa5 + index);
            }
            return new String(bytes, "UTF-8").split("\0");
        } catch (IOException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
