package io.dcloud.feature.pdr;

/** Stub with the name of a feature of HTML5+ that keeps settings, written for the case apps; the real one answers the script. */
public class NStorageFeatureImpl {
}
