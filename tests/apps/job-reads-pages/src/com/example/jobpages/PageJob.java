package com.example.jobpages;

import android.app.job.JobParameters;
import android.app.job.JobService;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Small pages, but all of them. */
public class PageJob extends JobService {
    private final List<String> rows = new ArrayList<>();

    @Override
    public boolean onStartJob(JobParameters parameters) {
        for (int page = 0; readPage(page); page++) {
            rows.add("page " + page);
        }
        return false;
    }

    @Override
    public boolean onStopJob(JobParameters parameters) {
        return false;
    }

    private boolean readPage(int page) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        String order = "display_name LIMIT 50 OFFSET " + page * 50;
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, order);
        boolean any = cursor.getCount() > 0;
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
        return any;
    }
}
