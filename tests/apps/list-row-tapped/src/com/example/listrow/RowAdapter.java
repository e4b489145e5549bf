package com.example.listrow;

import android.content.Context;
import android.widget.Button;

/** Rows that can be tapped. */
final class RowAdapter {
    /** Gets taps on rows. */
    interface Listener {
        void onRow(int position);
    }

    /** One row. */
    static final class Holder {
        final Button row;

        Holder(Button row) {
            this.row = row;
        }
    }

    private final Listener listener;

    RowAdapter(Listener listener) {
        this.listener = listener;
    }

    Holder onCreateViewHolder(Context context) {
        return new Holder(new Button(context));
    }

    void onBindViewHolder(Holder holder, int position) {
        holder.row.setOnClickListener(view -> listener.onRow(position));
    }
}
