package com.example.repopeople;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** Two lists of the same kind. */
final class Repository {
    private final List<Item> people = new ArrayList<>();
    private final List<Item> products = new ArrayList<>();

    void loadPeople(ContentResolver resolver) {
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            people.add(new Item(cursor.getString(0), cursor.getString(1)));
        }
        cursor.close();
    }

    void loadProducts() {
        products.add(new Item("small", "100 for 7 days"));
        products.add(new Item("large", "900 for 30 days"));
    }

    List<Item> people() {
        return people;
    }

    List<Item> products() {
        return products;
    }

    String describe() {
        return people + " " + products;
    }
}
