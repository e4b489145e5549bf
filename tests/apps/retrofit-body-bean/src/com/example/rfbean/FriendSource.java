package com.example.rfbean;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import java.util.ArrayList;
import java.util.List;

/** The address book of the phone. */
final class FriendSource {
    private final ContentResolver resolver;

    FriendSource(ContentResolver resolver) {
        this.resolver = resolver;
    }

    List<Friend> load() {
        List<Friend> friends = new ArrayList<>();
        String[] columns = {Phone.DISPLAY_NAME, Phone.NUMBER, Phone.TIMES_CONTACTED};
        Cursor cursor = resolver.query(Phone.CONTENT_URI, columns, null, null, Phone.DISPLAY_NAME);
        while (cursor.moveToNext()) {
            Friend friend = new Friend();
            friend.name = cursor.getString(cursor.getColumnIndexOrThrow(Phone.DISPLAY_NAME));
            friend.phone = cursor.getString(cursor.getColumnIndexOrThrow(Phone.NUMBER));
            friend.timesContacted = cursor.getInt(cursor.getColumnIndexOrThrow(Phone.TIMES_CONTACTED));
            friends.add(friend);
        }
        cursor.close();
        return friends;
    }
}
