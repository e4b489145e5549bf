package com.example.ktflowup

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.flow.flowOn

/** The address book of the phone, all at once. */
class PeopleSource(private val resolver: ContentResolver) {
    fun people(): Flow<List<Person>> = flow { emit(readAll()) }.flowOn(Dispatchers.IO)

    private fun readAll(): List<Person> {
        val people = ArrayList<Person>()
        resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                people.add(Person(it.getString(0), it.getString(1)))
            }
        }
        return people
    }
}

/** One row. */
data class Person(val name: String, val phone: String)
