package com.example.pageshows;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.JavascriptInterface;
import org.json.JSONArray;

/** What the page's script can call. */
final class Bridge {
    private final ContentResolver resolver;

    Bridge(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @JavascriptInterface
    public String people() {
        JSONArray rows = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(cursor.getString(0) + " " + cursor.getString(1));
        }
        cursor.close();
        return rows.toString();
    }
}
