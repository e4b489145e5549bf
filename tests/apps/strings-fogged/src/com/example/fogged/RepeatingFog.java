package com.example.fogged;

import java.nio.charset.StandardCharsets;

/** The key is repeated along the data. */
final class RepeatingFog implements Fog {
    @Override
    public String decrypt(byte[] data, byte[] key) {
        return new String(turned(data, key), StandardCharsets.UTF_8);
    }

    private static byte[] turned(byte[] data, byte[] key) {
        int position = 0;
        for (int index = 0; index < data.length; index++) {
            if (position >= key.length) {
                position = 0;
            }
            data[index] = (byte) (data[index] ^ key[position]);
            position++;
        }
        return data;
    }
}
