package com.example.volleyparams;

import android.app.Activity;
import android.os.Bundle;
import android.widget.Button;
import com.android.volley.RequestQueue;
import com.android.volley.toolbox.Volley;

/** A tap verifies the person. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        RequestQueue queue = Volley.newRequestQueue(this);
        Button verify = new Button(this);
        verify.setOnClickListener(view -> verify(queue));
        setContentView(verify);
    }

    private void verify(RequestQueue queue) {
        queue.add(new BookRequest(Book.read(getContentResolver()), text -> setTitle(text)));
    }
}
