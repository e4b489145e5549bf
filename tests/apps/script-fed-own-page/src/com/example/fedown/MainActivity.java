package com.example.fedown;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import org.json.JSONArray;

/** The page and its script are in the app. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        JSONArray rows = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(cursor.getString(0) + " " + cursor.getString(1));
        }
        cursor.close();

        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.setWebViewClient(new WebViewClient() {
            @Override
            public void onPageFinished(WebView view, String url) {
                view.evaluateJavascript("show(" + rows + ")", null);
            }
        });
        web.loadUrl("file:///android_asset/list.html");
        setContentView(web);
    }
}
