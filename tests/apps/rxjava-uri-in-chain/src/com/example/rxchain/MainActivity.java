package com.example.rxchain;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.ArrayList;
import java.util.List;

/** A table goes in, rows come out. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable.just(Phone.CONTENT_URI)
                .observeOn(Schedulers.io())
                .map(this::readAll)
                .subscribe(rows -> setTitle("read " + rows.size()));
    }

    private List<String> readAll(Uri table) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = getContentResolver().query(table, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + cursor.getString(1));
        }
        cursor.close();
        return rows;
    }
}
