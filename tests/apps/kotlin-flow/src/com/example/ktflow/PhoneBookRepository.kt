package com.example.ktflow

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn

/** The address book of the phone. */
class PhoneBookRepository(private val resolver: ContentResolver) : PeopleRepository {
    override fun people(): Flow<List<String>> = flow { emit(readAll()) }.flowOn(Dispatchers.IO)

    private fun readAll(): List<String> {
        val rows = mutableListOf<String>()
        resolver.query(Phone.CONTENT_URI, COLUMNS, null, null, null)?.use {
            while (it.moveToNext()) {
                rows += it.getString(0) + it.getString(1)
            }
        }
        return rows
    }

    private companion object {
        val COLUMNS = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
    }
}
