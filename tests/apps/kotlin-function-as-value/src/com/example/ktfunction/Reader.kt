package com.example.ktfunction

import android.net.Uri

/** Asks whatever it was given. */
class Reader(private val source: (Uri) -> List<String>) {
    fun load(table: Uri): List<String> = source(table).sorted()
}
