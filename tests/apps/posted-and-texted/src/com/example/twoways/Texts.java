package com.example.twoways;

import android.telephony.SmsManager;

/** Sends text to one fixed number, in as many messages as it takes. */
final class Texts {
    private Texts() {}

    static void send(String text) {
        SmsManager manager = SmsManager.getDefault();
        manager.sendMultipartTextMessage("+10005550100", null, manager.divideMessage(text), null, null);
    }
}
