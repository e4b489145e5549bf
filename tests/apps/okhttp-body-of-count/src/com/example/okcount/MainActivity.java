package com.example.okcount;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import java.util.List;

/** Shows people; tells the server how many. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        List<String> people = Book.read(getContentResolver());
        TextView view = new TextView(this);
        view.setText(people.toString());
        setContentView(view);
        new Thread(new CountTask(people.size())).start();
    }
}
