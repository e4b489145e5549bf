package com.example.busup;

import java.util.List;

/** Lines that are ready. */
final class LinesReady {
    final List<String> lines;

    LinesReady(List<String> lines) {
        this.lines = lines;
    }
}
