package com.example.commandlog;

import android.content.Context;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;

/** Reads the log of the app's own errors. */
final class Collector {
    private Collector() {}

    static String collect(Context context) {
        File log = new File(context.getFilesDir(), "errors.log");
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new FileReader(log))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
            }
        } catch (IOException none) {
            text.append("no errors");
        }
        return text.toString();
    }
}
