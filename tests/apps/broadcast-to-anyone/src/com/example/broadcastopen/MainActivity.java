package com.example.broadcastopen;

import android.app.Activity;
import android.content.Intent;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;

/** Whoever knows the action gets the book. */
public class MainActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        ArrayList<String> numbers = new ArrayList<>();
        String[] columns = {Phone.NUMBER, Phone.DISPLAY_NAME};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            numbers.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
        Intent intent = new Intent("com.example.partner.BOOK_READY");
        intent.putStringArrayListExtra("numbers", numbers);
        sendBroadcast(intent);
    }
}
