package com.example.jsbridgebook;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.github.lzyzsd.jsbridge.BridgeHandler;
import com.github.lzyzsd.jsbridge.CallBackFunction;
import org.json.JSONArray;

/** The handler contactList. */
class ContactList implements BridgeHandler {
    private final Context context;

    ContactList(Context context) {
        this.context = context;
    }

    @Override
    public void handler(String data, CallBackFunction function) {
        JSONArray everybody = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.put(rows.getString(0) + " " + rows.getString(1));
        }
        rows.close();
        function.onCallBack(everybody.toString());
    }
}
