package com.example.ktsequence

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone

/** Every number once. */
class Numbers(private val resolver: ContentResolver) {
    fun findAll(): List<String> =
        resolver.query(Phone.CONTENT_URI, arrayOf(Phone.NUMBER), null, null, null).use { cursor ->
            generateSequence { cursor?.takeIf { it.moveToNext() } }
                .map { row -> row.getString(0) }
                .map { number -> number.filter(Char::isDigit) }
                .filter { number -> number.length > 6 }
                .distinct()
                .toList()
        }
}
