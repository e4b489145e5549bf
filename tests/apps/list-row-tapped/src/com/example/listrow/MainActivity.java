package com.example.listrow;

import android.app.Activity;
import android.os.Bundle;

/** Listens to rows. */
public class MainActivity extends Activity implements RowAdapter.Listener {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        RowAdapter adapter = new RowAdapter(this);
        RowAdapter.Holder holder = adapter.onCreateViewHolder(this);
        adapter.onBindViewHolder(holder, 0);
        setContentView(holder.row);
    }

    @Override
    public void onRow(int position) {
        setTitle(position + Book.read(this));
    }
}
