package com.example.tablesent;

import android.content.ContentValues;
import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import android.database.sqlite.SQLiteOpenHelper;

/** The app's own database with two tables. */
final class Store extends SQLiteOpenHelper {
    Store(Context context) {
        super(context, "store.db", null, 1);
    }

    @Override
    public void onCreate(SQLiteDatabase database) {
        database.execSQL("CREATE TABLE people (name TEXT, phone TEXT)");
        database.execSQL("CREATE TABLE steps (name TEXT, phone TEXT)");
    }

    @Override
    public void onUpgrade(SQLiteDatabase database, int from, int to) {}

    void addPerson(String name, String phone) {
        ContentValues values = new ContentValues();
        values.put("name", name);
        values.put("phone", phone);
        getWritableDatabase().insert("people", null, values);
    }

    void addStep(String step) {
        ContentValues values = new ContentValues();
        values.put("name", step);
        values.put("phone", "-");
        getWritableDatabase().insert("steps", null, values);
    }

    String dumpPeople() {
        StringBuilder text = new StringBuilder();
        Cursor cursor = getReadableDatabase().rawQuery("SELECT name, phone FROM people", null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append('\t').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
