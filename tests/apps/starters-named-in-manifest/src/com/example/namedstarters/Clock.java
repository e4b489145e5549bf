package com.example.namedstarters;

import java.util.TimeZone;

/** Sets the time zone. */
public class Clock implements Runnable {
    @Override
    public void run() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }
}
