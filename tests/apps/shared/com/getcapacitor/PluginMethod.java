package com.getcapacitor;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks methods that the script can call. */
@Retention(RetentionPolicy.RUNTIME)
public @interface PluginMethod {
}
