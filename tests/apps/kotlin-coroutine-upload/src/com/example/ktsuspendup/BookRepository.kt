package com.example.ktsuspendup

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The address book of the phone. */
class BookRepository(private val resolver: ContentResolver) {
    suspend fun load(): List<String> = withContext(Dispatchers.IO) { readAll() }

    private fun readAll(): List<String> = buildList {
        resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                add(it.getString(0) + " " + it.getString(1))
            }
        }
    }
}
