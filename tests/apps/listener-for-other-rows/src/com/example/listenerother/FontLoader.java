package com.example.listenerother;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** Lists the fonts of the phone and tells the listener. */
final class FontLoader {
    private RowListener listener;

    void setListener(RowListener listener) {
        this.listener = listener;
    }

    void start() {
        new Thread(this::load).start();
    }

    private void load() {
        List<String> rows = new ArrayList<>();
        for (File font : new File("/system/fonts").listFiles()) {
            rows.add(font.getName());
        }
        listener.onRows(rows);
    }
}
