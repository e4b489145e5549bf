package org.chromium.support_lib_boundary;

/** Stub of androidx.webkit, written for the case apps: what both sides know of each other. */
public interface FeatureFlagHolderBoundaryInterface {
    String[] getSupportedFeatures();
}
