package org.apache.cordova;

import android.app.Activity;
import java.util.concurrent.ExecutorService;

/** The activity as plugins see it. */
public interface CordovaInterface {
    Activity getActivity();

    ExecutorService getThreadPool();
}
