package com.example.rnturbo;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.facebook.react.bridge.Arguments;
import com.facebook.react.bridge.Callback;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.WritableArray;

/** The module, written by hand; its method carries no mark of its own. */
public class BookTurboModule extends NativeModuleSpec {
    BookTurboModule(ReactApplicationContext context) {
        super(context);
    }

    @Override
    public String getName() {
        return "RCTBook";
    }

    @Override
    public void getAll(Callback callback) {
        WritableArray everybody = Arguments.createArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getReactApplicationContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.pushString(rows.getString(0) + ": " + rows.getString(1));
        }
        rows.close();
        callback.invoke(null, everybody);
    }
}
