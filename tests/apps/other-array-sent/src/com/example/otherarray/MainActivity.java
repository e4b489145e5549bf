package com.example.otherarray;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.widget.ArrayAdapter;
import android.widget.ListView;

/** Two arrays of the same type. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        String[] people = Rows.readAll(getContentResolver());
        String[] phone = {Build.BRAND, Build.MODEL, Build.VERSION.RELEASE};
        ListView list = new ListView(this);
        list.setAdapter(new ArrayAdapter<>(this, android.R.layout.simple_list_item_1, people));
        setContentView(list);
        new RowUpload(phone).start();
    }
}
