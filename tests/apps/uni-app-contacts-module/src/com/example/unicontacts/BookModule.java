package com.example.unicontacts;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.dcloud.feature.uniapp.annotation.UniJSMethod;
import io.dcloud.feature.uniapp.bridge.UniJSCallback;
import io.dcloud.feature.uniapp.common.UniModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The module Book. */
public class BookModule extends UniModule {
    @UniJSMethod(uiThread = true)
    public void everybody(Map<String, Object> options, UniJSCallback callback) {
        List<String> everybody = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = mUniSDKInstance.getContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.add(rows.getString(0) + " " + rows.getString(1));
        }
        rows.close();
        callback.invoke(everybody);
    }
}
