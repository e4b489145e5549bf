package org.chromium.support_lib_boundary;

/** Stub of androidx.webkit, written for the case apps: a message of the page. */
public interface WebMessageBoundaryInterface {
    String getData();
}
