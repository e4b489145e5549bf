package com.example.apacheget;

import android.app.Activity;
import android.database.Cursor;
import android.os.AsyncTask;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import java.io.IOException;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.util.EntityUtils;

/** People, and what a loan costs today. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        view.setText(readPeople());
        setContentView(view);
        new RateTask().execute("https://old.example.com/rates.txt");
    }

    private String readPeople() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }

    /** Fetches. */
    private final class RateTask extends AsyncTask<String, Void, String> {
        @Override
        protected String doInBackground(String... address) {
            HttpClient client = new DefaultHttpClient();
            try {
                return EntityUtils.toString(client.execute(new HttpGet(address[0])).getEntity());
            } catch (IOException offline) {
                return "offline";
            }
        }

        @Override
        protected void onPostExecute(String rates) {
            setTitle(rates);
        }
    }
}
