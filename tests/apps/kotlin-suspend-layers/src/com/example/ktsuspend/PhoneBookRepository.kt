package com.example.ktsuspend

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The address book of the phone. */
class PhoneBookRepository(private val resolver: ContentResolver) {
    suspend fun findAll(): List<String> = withContext(Dispatchers.IO) { readAll() }

    private fun readAll(): List<String> = buildList {
        resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            val name = it.getColumnIndex("display_name")
            val number = it.getColumnIndex("data1")
            while (it.moveToNext()) {
                add(it.getString(name) + it.getString(number))
            }
        }
    }
}
