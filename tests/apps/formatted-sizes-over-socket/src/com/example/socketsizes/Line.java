package com.example.socketsizes;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;

/** Statistics about how complete the book is. */
final class Line implements Runnable {
    private final ContentResolver resolver;

    Line(ContentResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void run() {
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER};
        try (Socket socket = new Socket("line.example.com", 7070);
                PrintWriter writer = new PrintWriter(socket.getOutputStream(), true);
                Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, null)) {
            while (cursor.moveToNext()) {
                writer.println(format(cursor.getString(0), cursor.getString(1)));
            }
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }

    private static String format(String name, String number) {
        return String.format("%d|%d", name.length(), number.length());
    }
}
