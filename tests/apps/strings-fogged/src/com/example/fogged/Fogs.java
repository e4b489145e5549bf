package com.example.fogged;

/** What the build puts in place of every text. */
final class Fogs {
    private static final Fog FOG = new RepeatingFog();

    private Fogs() {}

    static String decrypt(byte[] data, byte[] key) {
        return FOG.decrypt(data, key);
    }
}
