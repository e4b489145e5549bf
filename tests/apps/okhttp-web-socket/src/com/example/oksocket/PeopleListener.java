package com.example.oksocket;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Sends row by row. */
final class PeopleListener extends WebSocketListener {
    private final ContentResolver resolver;

    PeopleListener(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            socket.send(cursor.getString(0) + ' ' + cursor.getString(1));
        }
        cursor.close();
        socket.close(1000, null);
    }
}
