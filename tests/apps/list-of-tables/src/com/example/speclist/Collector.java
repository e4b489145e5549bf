package com.example.speclist;

import android.content.Context;
import android.database.Cursor;
import android.provider.CallLog;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.provider.MediaStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Works off all queries. */
final class Collector implements Runnable {
    private static final List<Spec> SPECS = Arrays.asList(
            new Spec(Phone.CONTENT_URI, "has_phone_number = 1", "display_name", "data1"),
            new Spec(CallLog.Calls.CONTENT_URI, null, "number", "date"),
            new Spec(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, null, "_size"));

    private final Context context;
    private final List<String> rows = new ArrayList<>();

    Collector(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        for (Spec spec : SPECS) {
            collect(spec);
        }
    }

    private void collect(Spec spec) {
        Cursor cursor = context.getContentResolver().query(spec.table, spec.columns, spec.where, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0));
        }
        cursor.close();
    }
}
