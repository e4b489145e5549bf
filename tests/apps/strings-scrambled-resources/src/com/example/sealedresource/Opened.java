package com.example.sealedresource;

import android.content.Context;
import android.util.Base64;
import java.nio.charset.StandardCharsets;

/** Texts of the resources, opened. */
final class Opened {
    private Opened() {}

    static String coded(Context context, int id) {
        byte[] bytes = Base64.decode(context.getString(id), Base64.DEFAULT);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static String xored(Context context, int id) {
        String digits = context.getResources().getString(id);
        char[] chars = new char[digits.length() / 2];
        for (int index = 0; index < chars.length; index++) {
            int high = Character.digit(digits.charAt(2 * index), 16);
            int low = Character.digit(digits.charAt(2 * index + 1), 16);
            chars[index] = (char) ((high << 4 | low) ^ 0x77);
        }
        return new String(chars);
    }
}
