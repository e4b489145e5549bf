package com.example.ktserial

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.serialization.Serializable

/** One row. */
@Serializable
data class Person(val name: String, val phone: String)

/** What is asked of the server. */
@Serializable
data class Settings(val language: String, val night: Boolean)

/** The whole book. */
class Book(private val resolver: ContentResolver) {
    fun readAll(): List<Person> {
        val people = ArrayList<Person>()
        resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                people.add(Person(it.getString(0), it.getString(1)))
            }
        }
        return people
    }
}
