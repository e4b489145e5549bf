package com.example.turnednamesmedia;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;
import android.widget.TextView;
import java.lang.reflect.Method;

/** Shows pictures; no class of a provider, no method of the resolver and no field stands in the code. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        try {
            show(readAll());
        } catch (ReflectiveOperationException changed) {
            show("?");
        }
    }

    private String readAll() throws ReflectiveOperationException {
        Class<?> table = Class.forName(Names.of("=0:,/5:p.,/(5:9,pQ9:5=K*/,9zU1=79+zQ9:5="));
        Uri place = (Uri) table.getField(Names.of("YFJYLP]R?[OPJYPJ?ILU")).get(null);
        Method ask = Class.forName(Names.of("=0:,/5:p;/0*90*p[/0*90*L9+/2(9,"))
                .getMethod(Names.of("-)9,%"), Uri.class, String[].class, String.class, String[].class, String.class);
        String[] columns = {Names.of("?:5+.2=%?0=19"), Names.of("1519?*%.9")};
        Cursor cursor = (Cursor) ask.invoke(getContentResolver(), place, columns, null, null, null);
        StringBuilder text = new StringBuilder();
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }

    private void show(String text) {
        TextView view = new TextView(this);
        view.setText(text);
        setContentView(view);
    }
}
