package com.example.moshioffers;

import android.app.Activity;
import android.database.Cursor;
import android.os.Bundle;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import android.widget.TextView;
import java.util.List;

/** People first, then the offers. */
public class MainActivity extends Activity {
    private TextView view;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        view = new TextView(this);
        view.setText(readAll());
        setContentView(view);
        new Thread(() -> show(new OfferSource().load())).start();
    }

    private void show(List<Offer> offers) {
        runOnUiThread(() -> {
            for (Offer offer : offers) {
                view.append(offer.name + ' ' + offer.rate);
            }
        });
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        Cursor cursor = getContentResolver().query(Phone.CONTENT_URI, columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
