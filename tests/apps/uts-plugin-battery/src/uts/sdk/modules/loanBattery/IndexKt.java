package uts.sdk.modules.loanBattery;

import android.content.Context;
import android.os.BatteryManager;
import io.dcloud.uts.UTSAndroid;
import io.dcloud.uts.UTSCallback;

/** The functions of one UTS plug-in, in the shape that the compiler of UTS gives them; the script calls those that end in ByJs. */
public final class IndexKt {
    private IndexKt() {}

    public static void level(Context context, UTSCallback success) {
        BatteryManager battery = (BatteryManager) context.getSystemService(Context.BATTERY_SERVICE);
        success.invoke(battery.getIntProperty(BatteryManager.BATTERY_PROPERTY_CAPACITY));
    }

    public static void levelByJs(AskOptionsJSONObject options) {
        level(UTSAndroid.INSTANCE.getAppContext(), options.getSuccess());
    }
}
