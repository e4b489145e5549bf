package com.example.foggedmedia;

/** Makes a text of bytes and a key. */
interface Fog {
    String decrypt(byte[] data, byte[] key);
}
