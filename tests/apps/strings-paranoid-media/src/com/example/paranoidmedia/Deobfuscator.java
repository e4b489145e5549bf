package com.example.paranoidmedia;

/** What the build puts in place of every text. */
final class Deobfuscator {
    private static final String[] CHUNKS = {
        "\uffda\uff9c\uff90\uff91\uff8b\uff9a\uff91\uff8b\uffc5\uffd0\uffd0\uff92\uff9a\uff9b\uff96\uff9e\uffd0\uff9a\uff87\uff8b\uff9a\uff8d\uff91\uff9e\uff93\uffd0\uff96\uff92\uff9e\uff98\uff9a\uff8c\uffd0\uff92\uff9a\uff9b\uff96\uff9e\u841a\ua348\u6473\u4171\u8464\ua367\u647b\u4179\u846e\ua348\u6479\u4179\u847a\ua372\ufff5\uff9b\uff9e\uff8b\uff9a\uffa0\uff9e\uff9b\uff9b\uff9a\uff9b",
    };

    private Deobfuscator() {}

    static String getString(long id) {
        return DeobfuscatorHelper.getString(id, CHUNKS);
    }
}
