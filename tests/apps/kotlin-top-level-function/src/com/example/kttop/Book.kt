package com.example.kttop

import android.content.Context
import android.provider.ContactsContract.Contacts

/** A file of functions; Kotlin makes a class BookKt of it. */
fun readNames(context: Context, start: String = "A"): List<String> {
    val names = ArrayList<String>()
    val columns = arrayOf(Contacts.DISPLAY_NAME)
    val resolver = context.contentResolver
    resolver.query(Contacts.CONTENT_URI, columns, "display_name LIKE ?", arrayOf("$start%"), null)?.use { cursor ->
        while (cursor.moveToNext()) names.add(cursor.getString(0))
    }
    return names
}
