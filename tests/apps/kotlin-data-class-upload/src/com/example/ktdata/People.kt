package com.example.ktdata

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone

/** One row of the book. */
data class Person(val name: String, val phone: String)

/** The whole book. */
fun ContentResolver.people(): List<Person> {
    val people = mutableListOf<Person>()
    query(Phone.CONTENT_URI, arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER), null, null, null)?.use { cursor ->
        while (cursor.moveToNext()) {
            people += Person(cursor.getString(0), cursor.getString(1))
        }
    }
    return people
}

/** A line for each person who has a number. */
fun List<Person>.toText(): String =
    map { it.copy(name = it.name.trim()) }
        .filter { it.phone.isNotEmpty() }
        .joinToString("\n") { (name, phone) -> "$name $phone" }
