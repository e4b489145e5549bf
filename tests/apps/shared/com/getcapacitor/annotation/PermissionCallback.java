package com.getcapacitor.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks methods that hear the answer to a permission request. */
@Retention(RetentionPolicy.RUNTIME)
public @interface PermissionCallback {
}
