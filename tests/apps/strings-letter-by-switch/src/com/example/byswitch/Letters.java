package com.example.byswitch;

/** Each letter is a case of a switch and a little arithmetic; no text and no table is anywhere. */
final class Letters {
    private Letters() {}

    static String place() {
        StringBuilder text = new StringBuilder();
        int place = 0;
        char letter;
        while ((letter = ofPlace(place++)) != 0) {
            text.append(letter);
        }
        return text.toString();
    }

    static String label() {
        StringBuilder text = new StringBuilder();
        int place = 0;
        char letter;
        while ((letter = ofLabel(place++)) != 0) {
            text.append(letter);
        }
        return text.toString();
    }

    static String digits() {
        StringBuilder text = new StringBuilder();
        int place = 0;
        char letter;
        while ((letter = ofDigits(place++)) != 0) {
            text.append(letter);
        }
        return text.toString();
    }

    private static char ofPlace(int place) {
        switch (place) {
            case 0:
                return (char) (99 ^ (place * 5 & 0x3f));
            case 1:
                return (char) (106 ^ (place * 5 & 0x3f));
            case 2:
                return (char) (100 ^ (place * 5 & 0x3f));
            case 3:
                return (char) (123 ^ (place * 5 & 0x3f));
            case 4:
                return (char) (113 ^ (place * 5 & 0x3f));
            case 5:
                return (char) (119 ^ (place * 5 & 0x3f));
            case 6:
                return (char) (106 ^ (place * 5 & 0x3f));
            case 7:
                return (char) (25 ^ (place * 5 & 0x3f));
            case 8:
                return (char) (7 ^ (place * 5 & 0x3f));
            case 9:
                return (char) (2 ^ (place * 5 & 0x3f));
            case 10:
                return (char) (81 ^ (place * 5 & 0x3f));
            case 11:
                return (char) (88 ^ (place * 5 & 0x3f));
            case 12:
                return (char) (81 ^ (place * 5 & 0x3f));
            case 13:
                return (char) (47 ^ (place * 5 & 0x3f));
            case 14:
                return (char) (103 ^ (place * 5 & 0x3f));
            case 15:
                return (char) (101 ^ (place * 5 & 0x3f));
            case 16:
                return (char) (116 ^ (place * 5 & 0x3f));
            case 17:
                return (char) (103 ^ (place * 5 & 0x3f));
            case 18:
                return (char) (117 ^ (place * 5 & 0x3f));
            case 19:
                return (char) (118 ^ (place * 5 & 0x3f));
            case 20:
                return (char) (64 ^ (place * 5 & 0x3f));
            case 21:
                return (char) (7 ^ (place * 5 & 0x3f));
            case 22:
                return (char) (77 ^ (place * 5 & 0x3f));
            case 23:
                return (char) (92 ^ (place * 5 & 0x3f));
            case 24:
                return (char) (86 ^ (place * 5 & 0x3f));
            case 25:
                return (char) (73 ^ (place * 5 & 0x3f));
            case 26:
                return (char) (99 ^ (place * 5 & 0x3f));
            case 27:
                return (char) (100 ^ (place * 5 & 0x3f));
            case 28:
                return (char) (120 ^ (place * 5 & 0x3f));
            case 29:
                return (char) (98 ^ (place * 5 & 0x3f));
            case 30:
                return (char) (57 ^ (place * 5 & 0x3f));
            case 31:
                return (char) (127 ^ (place * 5 & 0x3f));
            case 32:
                return (char) (65 ^ (place * 5 & 0x3f));
            case 33:
                return (char) (81 ^ (place * 5 & 0x3f));
            case 34:
                return (char) (75 ^ (place * 5 & 0x3f));
            case 35:
                return (char) (0 ^ (place * 5 & 0x3f));
            case 36:
                return (char) (68 ^ (place * 5 & 0x3f));
            case 37:
                return (char) (81 ^ (place * 5 & 0x3f));
            case 38:
                return (char) (81 ^ (place * 5 & 0x3f));
            case 39:
                return (char) (109 ^ (place * 5 & 0x3f));
            case 40:
                return (char) (109 ^ (place * 5 & 0x3f));
            case 41:
                return (char) (126 ^ (place * 5 & 0x3f));
            default:
                return 0;
        }
    }

    private static char ofLabel(int place) {
        switch (place) {
            case 0:
                return (char) (100 ^ (place * 5 & 0x3f));
            case 1:
                return (char) (108 ^ (place * 5 & 0x3f));
            case 2:
                return (char) (121 ^ (place * 5 & 0x3f));
            case 3:
                return (char) (127 ^ (place * 5 & 0x3f));
            case 4:
                return (char) (120 ^ (place * 5 & 0x3f));
            case 5:
                return (char) (120 ^ (place * 5 & 0x3f));
            case 6:
                return (char) (103 ^ (place * 5 & 0x3f));
            case 7:
                return (char) (124 ^ (place * 5 & 0x3f));
            case 8:
                return (char) (70 ^ (place * 5 & 0x3f));
            case 9:
                return (char) (76 ^ (place * 5 & 0x3f));
            case 10:
                return (char) (95 ^ (place * 5 & 0x3f));
            case 11:
                return (char) (82 ^ (place * 5 & 0x3f));
            default:
                return 0;
        }
    }

    private static char ofDigits(int place) {
        switch (place) {
            case 0:
                return (char) (100 ^ (place * 5 & 0x3f));
            case 1:
                return (char) (100 ^ (place * 5 & 0x3f));
            case 2:
                return (char) (126 ^ (place * 5 & 0x3f));
            case 3:
                return (char) (110 ^ (place * 5 & 0x3f));
            case 4:
                return (char) (37 ^ (place * 5 & 0x3f));
            default:
                return 0;
        }
    }
}
