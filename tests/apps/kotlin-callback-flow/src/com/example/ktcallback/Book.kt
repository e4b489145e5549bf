package com.example.ktcallback

import android.content.ContentResolver
import android.database.ContentObserver
import android.os.Handler
import android.os.Looper
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.provider.ContactsContract.Contacts
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.callbackFlow

/** The book, now and after every change. */
fun bookOf(resolver: ContentResolver): Flow<List<String>> = callbackFlow {
    val observer = object : ContentObserver(Handler(Looper.getMainLooper())) {
        override fun onChange(self: Boolean) {
            trySend(readBook(resolver))
        }
    }
    resolver.registerContentObserver(Contacts.CONTENT_URI, true, observer)
    trySend(readBook(resolver))
    awaitClose { resolver.unregisterContentObserver(observer) }
}

private fun readBook(resolver: ContentResolver): List<String> {
    val rows = mutableListOf<String>()
    resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
        while (it.moveToNext()) {
            rows += it.getString(0) + it.getString(1)
        }
    }
    return rows
}
