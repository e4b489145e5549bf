package com.getcapacitor.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a plugin. */
@Retention(RetentionPolicy.RUNTIME)
public @interface CapacitorPlugin {
    String name();
}
