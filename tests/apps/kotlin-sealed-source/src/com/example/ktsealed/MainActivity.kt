package com.example.ktsealed

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.Contacts
import android.provider.MediaStore
import android.widget.Button

/** Pictures at start, people on a tap. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = load(Source.Album(7)).joinToString()
        val button = Button(this)
        button.setOnClickListener { button.text = load(Source.People).joinToString() }
        setContentView(button)
    }

    private fun load(source: Source): List<String> = buildList {
        val cursor = contentResolver.query(uriOf(source), arrayOf("_id", columnOf(source)), null, null, null)
        while (cursor != null && cursor.moveToNext()) {
            add(cursor.getString(0) + cursor.getString(1))
        }
        cursor?.close()
    }

    private fun uriOf(source: Source): Uri = when (source) {
        is Source.People -> Contacts.CONTENT_URI
        is Source.Album -> MediaStore.Images.Media.EXTERNAL_CONTENT_URI
    }

    private fun columnOf(source: Source): String = when (source) {
        is Source.People -> Contacts.DISPLAY_NAME
        is Source.Album -> "_size"
    }
}
