package com.example.webpagecallsbyaddress;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.WebResourceRequest;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import org.json.JSONArray;

/** Shows a page of the app, which asks for what it wants by going to an address of the app's own scheme. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.setWebViewClient(new Answering());
        web.loadUrl("file:///android_asset/page/index.html");
        setContentView(web);
    }

    private JSONArray everybody() {
        JSONArray people = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            people.put(rows.getString(0) + " " + rows.getString(1));
        }
        rows.close();
        return people;
    }

    /** Hands the answer to a function that the address names. */
    private class Answering extends WebViewClient {
        @Override
        public boolean shouldOverrideUrlLoading(WebView view, WebResourceRequest request) {
            Uri address = request.getUrl();
            if (!"loan".equals(address.getScheme())) {
                return false;
            }
            if ("contacts".equals(address.getHost())) {
                view.evaluateJavascript(address.getQueryParameter("then") + "(" + everybody() + ")", null);
            }
            return true;
        }
    }
}
