package com.example.typedform;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import java.util.ArrayList;

/** Packs name and number of the applicant on a tap. */
public class MainActivity extends Activity {
    private EditText name;
    private EditText number;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        name = new EditText(this);
        number = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> pack());
        LinearLayout form = new LinearLayout(this);
        form.addView(name);
        form.addView(number);
        form.addView(button);
        setContentView(form);
    }

    private void pack() {
        ArrayList<Row> rows = new ArrayList<>();
        rows.add(new Row("name", name.getText().toString()));
        rows.add(new Row("mobile", number.getText().toString()));
        Bundle extras = new Bundle();
        extras.putParcelableArrayList("rows", rows);
        startService(new Intent(this, RowService.class).putExtras(extras));
    }
}
