package com.example.rnposts;

import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.facebook.react.bridge.Arguments;
import com.facebook.react.bridge.Promise;
import com.facebook.react.bridge.ReactApplicationContext;
import com.facebook.react.bridge.ReactContextBaseJavaModule;
import com.facebook.react.bridge.ReactMethod;
import com.facebook.react.bridge.WritableArray;
import com.facebook.react.bridge.WritableMap;

/** The module Book; the script calls its marked methods. */
public class BookModule extends ReactContextBaseJavaModule {
    BookModule(ReactApplicationContext context) {
        super(context);
    }

    @Override
    public String getName() {
        return "Book";
    }

    @ReactMethod
    public void getEverybody(final Promise promise) {
        new Thread(new Runnable() {
            @Override
            public void run() {
                promise.resolve(read());
            }
        }).start();
    }

    private WritableArray read() {
        WritableArray everybody = Arguments.createArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getReactApplicationContext().getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            WritableMap one = Arguments.createMap();
            one.putString("name", rows.getString(0));
            one.putString("number", rows.getString(1));
            everybody.pushMap(one);
        }
        rows.close();
        return everybody;
    }
}
