package com.example.generic;

/** Turns one thing into another. */
interface Step<Q, R> {
    R apply(Q question);
}
