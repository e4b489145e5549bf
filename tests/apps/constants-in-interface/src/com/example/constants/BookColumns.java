package com.example.constants;

import android.net.Uri;
import android.provider.ContactsContract.CommonDataKinds.Phone;

/** What to read. */
interface BookColumns {
    Uri TABLE = Phone.CONTENT_URI;
    String[] ALL = {"display_name", "data1", "last_time_contacted"};
    String WHERE = "data1 IS NOT NULL AND in_visible_group = 1";
}
