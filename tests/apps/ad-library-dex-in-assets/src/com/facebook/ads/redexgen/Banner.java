package com.facebook.ads.redexgen;

/** Stands for the part of the library that lies in assets/audience_network.dex. */
public class Banner {
    public String text() {
        return "banner";
    }
}
