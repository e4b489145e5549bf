package com.example.ktlazytap

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone

/** Reads the whole book. */
fun readBook(resolver: ContentResolver): List<String> {
    val rows = mutableListOf<String>()
    resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
        while (it.moveToNext()) {
            rows += it.getString(0) + it.getString(1)
        }
    }
    return rows
}
