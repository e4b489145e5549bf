package com.example.envelopes;

/** Holds any text. */
final class Envelope {
    private String text;

    Envelope(String text) {
        this.text = text;
    }

    String getText() {
        return text;
    }
}
