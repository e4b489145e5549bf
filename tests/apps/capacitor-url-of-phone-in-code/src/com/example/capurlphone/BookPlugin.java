package com.example.capurlphone;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.getcapacitor.JSArray;
import com.getcapacitor.JSObject;
import com.getcapacitor.PermissionState;
import com.getcapacitor.Plugin;
import com.getcapacitor.PluginCall;
import com.getcapacitor.PluginMethod;
import com.getcapacitor.annotation.CapacitorPlugin;
import com.getcapacitor.annotation.PermissionCallback;

/** The plugin Book. */
@CapacitorPlugin(name = "Book")
public class BookPlugin extends Plugin {
    @PluginMethod
    public void getContacts(PluginCall call) {
        if (getPermissionState("contacts") == PermissionState.GRANTED) {
            answer(call);
        } else {
            requestPermissionForAlias("contacts", call, "permissionCallback");
        }
    }

    @PermissionCallback
    private void permissionCallback(PluginCall call) {
        if (getPermissionState("contacts") == PermissionState.GRANTED) {
            answer(call);
        } else {
            call.reject("not allowed");
        }
    }

    private void answer(PluginCall call) {
        JSArray everybody = new JSArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            JSObject one = new JSObject();
            one.put("name", rows.getString(0));
            one.put("phone", rows.getString(1));
            everybody.put(one);
        }
        rows.close();
        JSObject result = new JSObject();
        result.put("contacts", everybody);
        call.resolve(result);
    }
}
