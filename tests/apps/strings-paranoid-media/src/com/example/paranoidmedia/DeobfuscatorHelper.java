package com.example.paranoidmedia;

/** Written after the published Paranoid plug-in: a text is a place in one long row of letters, under a running key. */
final class DeobfuscatorHelper {
    private static final int MAX_CHUNK_LENGTH = 0x1fff;

    private DeobfuscatorHelper() {}

    static String getString(long id, String[] chunks) {
        long state = RandomHelper.seed(id & 0xffffffffL);
        state = RandomHelper.next(state);
        long low = (state >>> 32) & 0xffff;
        state = RandomHelper.next(state);
        long high = (state >>> 16) & 0xffffffffffff0000L;
        int index = (int) ((id >>> 32) ^ low ^ high);
        state = getCharAt(index, chunks, state);
        int length = (int) ((state >>> 32) & 0xffffL);
        char[] chars = new char[length];
        for (int i = 0; i < length; ++i) {
            state = getCharAt(index + i + 1, chunks, state);
            chars[i] = (char) ((state >>> 32) & 0xffffL);
        }
        return new String(chars);
    }

    private static long getCharAt(int charIndex, String[] chunks, long state) {
        long nextState = RandomHelper.next(state);
        String chunk = chunks[charIndex / MAX_CHUNK_LENGTH];
        return nextState ^ ((long) chunk.charAt(charIndex % MAX_CHUNK_LENGTH) << 32);
    }
}
