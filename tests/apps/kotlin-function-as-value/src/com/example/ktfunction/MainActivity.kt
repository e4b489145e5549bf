package com.example.ktfunction

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.Button

/** Knows only a function. */
class MainActivity : Activity() {
    private val reader = Reader(::rows)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { button.text = reader.load(Phone.CONTENT_URI).joinToString() }
        setContentView(button)
    }

    private fun rows(table: Uri): List<String> {
        val rows = mutableListOf<String>()
        contentResolver.query(table, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                rows += it.getString(0) + it.getString(1)
            }
        }
        return rows
    }
}
