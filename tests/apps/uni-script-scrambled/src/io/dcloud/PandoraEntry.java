package io.dcloud;

/** Stub with the name of DCloud's first screen, written for the case apps; the real one answers the script. */
public class PandoraEntry {
}
