package com.example.moshioffers;

/** One offer. */
final class Offer {
    String name;
    String rate;
}
