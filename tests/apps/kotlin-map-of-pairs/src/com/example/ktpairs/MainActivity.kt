package com.example.ktpairs

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Email
import android.provider.ContactsContract.CommonDataKinds.Phone

/** Everything the map names. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val text = StringBuilder()
        for ((name, table) in TABLES) {
            text.append(name).append(read(table))
        }
        title = text
    }

    private fun read(table: Uri): String {
        val text = StringBuilder()
        contentResolver.query(table, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                text.append(it.getString(0)).append(it.getString(1))
            }
        }
        return text.toString()
    }

    companion object {
        private val TABLES = mapOf("numbers" to Phone.CONTENT_URI, "mails" to Email.CONTENT_URI)
    }
}
