package io.dcloud.feature.device;

/** Stub with the name of DCloud's device feature, written for the case apps; the real one answers the script. */
public class DeviceFeatureImpl {
}
