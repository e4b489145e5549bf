package com.example.fluttercontacts;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.flutter.plugin.common.MethodCall;
import io.flutter.plugin.common.MethodChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers calls of Dart. */
class BookHandler implements MethodChannel.MethodCallHandler {
    private final Context context;

    BookHandler(Context context) {
        this.context = context;
    }

    @Override
    public void onMethodCall(MethodCall call, MethodChannel.Result result) {
        if ("getContacts".equals(call.method)) {
            result.success(everybody());
        } else {
            result.notImplemented();
        }
    }

    private List<Map<String, String>> everybody() {
        List<Map<String, String>> everybody = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = context.getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            Map<String, String> one = new HashMap<>();
            one.put("displayName", rows.getString(0));
            one.put("phone", rows.getString(1));
            everybody.add(one);
        }
        rows.close();
        return everybody;
    }
}
