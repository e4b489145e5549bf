package com.example.letterrow;

/** All texts in one long row of letters, each changed by draws that begin with its number. */
final class Row {
    private static final int PIECE = 80;
    private static final String[] PIECES = {
        "\u19d1\u0e17\u0ae7\u0c3f\u012e\u0966\u1846\u00a8\u185d\u1953\u0629\u0971\u115a\u0b5c\u15e2\u137c\u1daa\u0ac3\u0b63\u13bd\u18a3\u1d97\u04ee\u0801\u154a\u1000\u1c22\u1b4e\u00e8\u0c61\u135a\u182f\u16eb\u0eea\u039e\u12d6\u0fe1\u1613\u00e6\u0637\u0632\u01f7\u1034\u0332\u1e93\u1637\u04e7\u0295\u1dac\u0e45\u1125\u022a\u0e6a\u19a9\u1741\u0e55\u1457\u1495\u120a\u1bf4\u1d52\u0993\u18cd\u1467\u16ad\u018c\u0f95\u158e\u1df3\u0160\u1270\u1601\u04da\u17c0\u1b74\u0a84\u1702\u1f7c\u1016\u141e",
        "\u0249\u1b13\u0302\u1540\u1024\u0690\u1658\u0960\u09a4\u1f0f\u1fa5\u02fa\u0824\u1a56\u17de\u02e4\u0e99\u0329\u0f84\u0650\u0b23\u1e44\u15ef\u1504\u104e\u0e55\u1189\u0176\u10e9\u1b60\u13c6\u04c6\u095d\u07fa\u1c08\u0b2b\u1624\u0824\u098a\u1c2d\u04a6\u116e\u1e85\u1d13\u1c09\u0b56\u10df\u13f5\u1dfd\u1d40\u1d64\u0173\u07d3\u18f9\u1f05\u0d61\u077b\u0379\u1856\u0130t\u0a46\u125b\u0233\u1c5d\u05d7\u18fa\u17d2\u114b\u0d10\u093e\u101c\u0b5c\u148c\u1d11\u1a8d\u0369\u0558\u04b8\u10fc",
        "\u1393\u1467\u130a\u1280\u0414\u1c64\u1917\u0a04\u00cb\u01b6\u14f9\u1634\u1eff\u11c7\u1055\u1672\u1135\u0bd0\u0c75\u0c1b\u177b\u0d56\u1fe3\u1b54\u0269\u128d\u0b75\u1e8b\u08ca\u0819\u0fa1\u123f\u1f71\u103a\u0c9a\u01a8\u19cd\u19a4\u10c3\u030a\u0691\u0662\u0694\u15f3\u05ca\u1d22\u1255\u152d\u1cfe",
    };

    private Row() {}

    static String get(long id) {
        int draw = next((int) (id >>> 32));
        int at = (int) id ^ (draw >>> 7 & 0xffff);
        draw = next(draw);
        int length = letter(at) ^ (draw & 0x1fff);
        char[] text = new char[length];
        for (int index = 0; index < length; index++) {
            draw = next(draw);
            text[index] = (char) (letter(at + 1 + index) ^ (draw & 0x1fff));
        }
        return new String(text);
    }

    private static int letter(int at) {
        return PIECES[at / PIECE].charAt(at % PIECE);
    }

    private static int next(int draw) {
        draw ^= draw << 13;
        draw ^= draw >>> 17;
        draw ^= draw << 5;
        return draw;
    }
}
