package com.example.assetlinesmedia;

import android.content.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file that the app brings along. */
final class Texts {
    private static final List<String> LINES = new ArrayList<>();

    private Texts() {}

    static void load(Context context) throws IOException {
        InputStreamReader bytes = new InputStreamReader(context.getAssets().open("texts.txt"), StandardCharsets.UTF_8);
        BufferedReader reader = new BufferedReader(bytes);
        String line;
        while ((line = reader.readLine()) != null) {
            LINES.add(line);
        }
        reader.close();
    }

    static String get(int number) {
        return LINES.get(number);
    }
}
