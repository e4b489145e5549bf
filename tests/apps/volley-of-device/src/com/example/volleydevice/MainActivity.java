package com.example.volleydevice;

import android.app.Activity;
import android.database.Cursor;
import android.os.Build;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.ArrayAdapter;
import android.widget.Spinner;
import com.android.volley.Request;
import com.android.volley.RequestQueue;
import com.android.volley.toolbox.StringRequest;
import com.android.volley.toolbox.Volley;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Choose whom to call; the lender learns which phone this is. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Spinner people = new Spinner(this);
        people.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_spinner_item, readPeople()));
        setContentView(people);
        RequestQueue queue = Volley.newRequestQueue(this);
        queue.add(new DeviceRequest());
        queue.add(new TimeRequest());
    }

    private List<String> readPeople() {
        List<String> people = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            people.add(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        return people;
    }

    /** A form. */
    private static final class DeviceRequest extends StringRequest {
        DeviceRequest() {
            super(Request.Method.POST, "https://volley.example.com/device", null, null);
        }

        @Override
        protected Map<String, String> getParams() {
            return Collections.singletonMap("model", Build.MODEL);
        }
    }

    /** A body of bytes. */
    private static final class TimeRequest extends StringRequest {
        TimeRequest() {
            super(Request.Method.POST, "https://volley.example.com/time", null, null);
        }

        @Override
        public byte[] getBody() {
            return Long.toString(System.currentTimeMillis()).getBytes();
        }
    }
}
