package com.example.ktresultshown

import android.content.ContentResolver
import android.provider.ContactsContract.CommonDataKinds.Phone

/** What came of a read. */
sealed class BookResult {
    data class Loaded(val rows: List<String>) : BookResult()

    data class Denied(val reason: String) : BookResult()
}

/** The whole book, or why not. */
class BookLoader(private val resolver: ContentResolver) {
    fun load(): BookResult {
        val rows = mutableListOf<String>()
        try {
            resolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
                while (it.moveToNext()) {
                    rows += "${it.getString(0)} ${it.getString(1)}"
                }
            }
        } catch (denied: SecurityException) {
            return BookResult.Denied("no permission")
        }
        return BookResult.Loaded(rows)
    }
}
