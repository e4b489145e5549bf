package com.example.ktlist

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.Contacts
import android.provider.MediaStore

/** Pictures and people. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val tables = listOf(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, Contacts.CONTENT_URI)
        title = tables.flatMap { rowsOf(it) }.joinToString()
    }

    private fun rowsOf(table: Uri): List<String> {
        val cursor = contentResolver.query(table, null, null, null, null) ?: return emptyList()
        return cursor.use { rows ->
            generateSequence { rows.takeIf { it.moveToNext() } }.map { it.getString(it.getColumnIndexOrThrow("display_name")) }.toList()
        }
    }
}
