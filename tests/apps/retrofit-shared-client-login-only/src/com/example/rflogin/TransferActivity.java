package com.example.rflogin;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.ArrayAdapter;
import android.widget.AutoCompleteTextView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Suggests people while the person types; tells the server that the screen was opened. */
public class TransferActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<Map<String, String>> book = readBook();
        List<String> names = new ArrayList<>();
        for (Map<String, String> person : book) {
            names.add(person.get("name") + ' ' + person.get("mobile"));
        }
        AutoCompleteTextView receiver = new AutoCompleteTextView(this);
        receiver.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_dropdown_item_1line, names));
        setContentView(receiver);
        Map<String, Object> body = new HashMap<>();
        body.put("opened", System.currentTimeMillis());
        ApiClient.get().transfer(body).enqueue(new Ignore());
    }

    private List<Map<String, String>> readBook() {
        List<Map<String, String>> book = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            Map<String, String> person = new HashMap<>();
            person.put("name", cursor.getString(0));
            person.put("mobile", cursor.getString(1));
            book.add(person);
        }
        cursor.close();
        return book;
    }
}
