package io.dcloud.feature.sdk;

/** Stub with the name of the container for uni mini apps, written for the case apps; the real one answers the script. */
public class DCUniMPSDK {
}
