package com.example.paranoid;

/** What the build puts in place of every text. */
final class Deobfuscator {
    private static final String[] CHUNKS = {
        "\uffd5\uff9c\uff90\uff91\uff8b\uff9a\uff91\uff8b\uffc5\uffd0\uffd0\uff9c\uff90\uff92\uffd1\uff9e\uff91\uff9b\uff8d\uff90\uff96\uff9b\uffd1\uff9c\uff90\uff91\uff8b\uff9e\uff9c\uff8b\uff8c\uffd0\uff9b\uff9e\uff8b\uff9e\uffd0\uff8f\uff97\uff90\uff91\uff9a\uff8c\u841b\ua373\u647e\u416b\u8467\ua37b\u6476\u4161\u8448\ua379\u6476\u4175\u8472\ufffa\uff9b\uff9e\uff8b\uff9e\uffce",
    };

    private Deobfuscator() {}

    static String getString(long id) {
        return DeobfuscatorHelper.getString(id, CHUNKS);
    }
}
