package com.example.htmlfeature;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.dcloud.common.DHInterface.IWebview;
import io.dcloud.common.DHInterface.StandardFeature;
import io.dcloud.common.util.JSUtil;
import org.json.JSONArray;

/** The feature Book. */
public class BookFeature extends StandardFeature {
    public void find(IWebview webview, JSONArray arguments) {
        JSUtil.execCallback(webview, arguments.optString(0), everybody(webview), JSUtil.OK, false);
    }

    private JSONArray everybody(IWebview webview) {
        JSONArray everybody = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = webview.getContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.put(rows.getString(0));
            everybody.put(rows.getString(1));
        }
        rows.close();
        return everybody;
    }
}
