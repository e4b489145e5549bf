package com.example.liveup;

import android.content.ContentResolver;
import android.database.Cursor;
import android.os.Build;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what the screen shows. */
final class PeopleModel {
    private final MutableLiveData<List<String>> people = new MutableLiveData<>();
    private final MutableLiveData<List<String>> phone = new MutableLiveData<>();

    LiveData<List<String>> people() {
        return people;
    }

    LiveData<List<String>> phone() {
        return phone;
    }

    void load(ContentResolver resolver) {
        phone.postValue(Collections.singletonList(Build.MODEL));
        people.postValue(readAll(resolver));
    }

    private List<String> readAll(ContentResolver resolver) {
        List<String> rows = new ArrayList<>();
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        return rows;
    }
}
