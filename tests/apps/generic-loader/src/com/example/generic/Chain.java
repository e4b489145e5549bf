package com.example.generic;

/** Runs a step. */
final class Chain<Q, R> {
    private final Step<Q, R> step;

    Chain(Step<Q, R> step) {
        this.step = step;
    }

    R run(Q question) {
        return step.apply(question);
    }
}
