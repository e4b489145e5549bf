package com.example.dclouddevice;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.dcloud.common.DHInterface.IWebview;
import io.dcloud.common.DHInterface.StandardFeature;
import io.dcloud.common.util.JSUtil;
import org.json.JSONArray;

/** Left over from another app of the same maker: dcloud_properties.xml does not name it. */
public class BookFeature extends StandardFeature {
    public String find(IWebview webview, JSONArray arguments) {
        StringBuilder everybody = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = webview.getContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.append(rows.getString(0)).append(rows.getString(1));
        }
        rows.close();
        return JSUtil.wrapJsVar(everybody.toString());
    }
}
