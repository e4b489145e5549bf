package com.example.dclouddevice;

import android.os.Build;
import io.dcloud.common.DHInterface.IWebview;
import io.dcloud.common.DHInterface.StandardFeature;
import io.dcloud.common.util.JSUtil;
import org.json.JSONArray;

/** The feature Device. */
public class DeviceFeature extends StandardFeature {
    public String model(IWebview webview, JSONArray arguments) {
        return JSUtil.wrapJsVar(Build.MODEL);
    }
}
