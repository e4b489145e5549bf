package com.example.ktlistpictures

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.Contacts
import android.provider.MediaStore

/** Pictures only. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = rowsOf(tables.first()).joinToString() + tables.size
    }

    private fun rowsOf(table: Uri): List<String> {
        val cursor = contentResolver.query(table, arrayOf("_id", "_size"), null, null, null) ?: return emptyList()
        return cursor.use { rows -> generateSequence { rows.takeIf { it.moveToNext() } }.map { it.getString(1) }.toList() }
    }

    private companion object {
        val tables = listOf(MediaStore.Images.Media.EXTERNAL_CONTENT_URI, Contacts.CONTENT_URI)
    }
}
