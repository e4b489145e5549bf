package com.example.busshown;

/** Which phone this is. */
final class ModelKnown {
    final String model;

    ModelKnown(String model) {
        this.model = model;
    }
}
