package com.example.ktquery

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone

/** The address book. */
object Book {
    private val everybody = BookQuery(Phone.CONTENT_URI, where = "has_phone_number = 1")

    fun names(resolver: ContentResolver): List<String> =
        resolver.rows(everybody) { it.text("display_name") + it.text("data1") }
}
