package com.example.cordovaforserver;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import org.apache.cordova.CallbackContext;
import org.apache.cordova.CordovaPlugin;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** The plugin Book. */
public class BookPlugin extends CordovaPlugin {
    @Override
    public boolean execute(String action, JSONArray args, final CallbackContext callback) {
        if (!"get".equals(action)) {
            return false;
        }
        cordova.getThreadPool().execute(new Runnable() {
            @Override
            public void run() {
                try {
                    callback.success(everybody());
                } catch (JSONException broken) {
                    throw new IllegalStateException(broken);
                }
            }
        });
        return true;
    }

    private JSONArray everybody() throws JSONException {
        JSONArray everybody = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = cordova.getActivity().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            JSONObject one = new JSONObject();
            one.put("displayName", rows.getString(0));
            one.put("phoneNumber", rows.getString(1));
            everybody.put(one);
        }
        rows.close();
        return everybody;
    }
}
