package com.example.behindproxy;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;
import java.lang.reflect.Proxy;

/** Asks an interface that nothing in the app implements: a proxy answers. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Book book = (Book) Proxy.newProxyInstance(getClassLoader(), new Class<?>[] {Book.class}, new Answers(this));
        show(book.text());
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
