package com.example.asynctask;

import android.os.AsyncTask;
import android.widget.Button;

/** Reads in the background and shows the rows on the button. */
@SuppressWarnings("deprecation")
class ReadTask extends AsyncTask<Void, Void, String> {
    private final Button button;

    ReadTask(Button button) {
        this.button = button;
    }

    @Override
    protected String doInBackground(Void... nothing) {
        return Book.read(button.getContext());
    }

    @Override
    protected void onPostExecute(String rows) {
        button.setText(rows);
    }
}
