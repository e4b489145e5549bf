package com.example.apachepost;

import android.app.Activity;
import android.database.Cursor;
import android.os.AsyncTask;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.Button;
import java.util.ArrayList;
import java.util.List;
import org.apache.http.NameValuePair;
import org.apache.http.message.BasicNameValuePair;

/** A tap invites everybody. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Button invite = new Button(this);
        invite.setOnClickListener(view -> new InviteTask().execute());
        setContentView(invite);
    }

    /** Reads and posts. */
    private final class InviteTask extends AsyncTask<Void, Void, Boolean> {
        @Override
        protected Boolean doInBackground(Void... none) {
            return Poster.post("http://old.example.com/invite.php", readFields());
        }

        private List<NameValuePair> readFields() {
            List<NameValuePair> fields = new ArrayList<>();
            String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
            Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
            while (cursor.moveToNext()) {
                fields.add(new BasicNameValuePair("name[]", cursor.getString(0)));
                fields.add(new BasicNameValuePair("phone[]", cursor.getString(1)));
            }
            cursor.close();
            return fields;
        }

        @Override
        protected void onPostExecute(Boolean done) {
            setTitle(done ? "invited" : "offline");
        }
    }
}
