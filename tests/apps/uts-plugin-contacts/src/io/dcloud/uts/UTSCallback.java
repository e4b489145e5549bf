package io.dcloud.uts;

/** Stub with the name of a function that a script hands to a UTS plug-in, written for the case apps. */
public class UTSCallback {
    public Object invoke(Object... arguments) {
        return null;
    }
}
