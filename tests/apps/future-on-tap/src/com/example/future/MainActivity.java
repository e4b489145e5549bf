package com.example.future;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.view.View;
import android.widget.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Chains futures. */
public class MainActivity extends Activity {
    private final Executor threads = Executors.newCachedThreadPool();
    private Button button;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        button = new Button(this);
        button.setOnClickListener(this::tapped);
        setContentView(button);
    }

    private void tapped(View view) {
        CompletableFuture.supplyAsync(this::readAll, threads).thenApply(List::size).thenAccept(this::showCount);
    }

    private List<String> readAll() {
        List<String> rows = new ArrayList<>();
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, null, null, null, null);
        while (cursor.moveToNext()) {
            rows.add(cursor.getString(cursor.getColumnIndexOrThrow("display_name")));
            rows.add(cursor.getString(cursor.getColumnIndexOrThrow("data1")));
        }
        cursor.close();
        return rows;
    }

    private void showCount(int count) {
        runOnUiThread(() -> button.setText(String.valueOf(count)));
    }
}
