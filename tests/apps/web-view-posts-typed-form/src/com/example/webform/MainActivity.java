package com.example.webform;

import android.app.Activity;
import android.os.Bundle;
import android.webkit.WebView;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import java.nio.charset.StandardCharsets;
import org.json.JSONArray;

/** Opens the page with the name in the body. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        EditText name = new EditText(this);
        Button button = new Button(this);
        button.setOnClickListener(view -> open(new JSONArray().put(name.getText().toString())));
        LinearLayout form = new LinearLayout(this);
        form.addView(name);
        form.addView(button);
        setContentView(form);
    }

    private void open(JSONArray rows) {
        WebView web = new WebView(this);
        web.postUrl("https://h5.example.com/apply", rows.toString().getBytes(StandardCharsets.UTF_8));
        setContentView(web);
    }
}
