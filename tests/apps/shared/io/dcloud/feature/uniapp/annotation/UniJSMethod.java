package io.dcloud.feature.uniapp.annotation;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks methods that the script can call. */
@Retention(RetentionPolicy.RUNTIME)
public @interface UniJSMethod {
    boolean uiThread() default true;
}
