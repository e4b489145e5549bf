package com.example.ktcount

import android.content.ContentResolver
import android.net.Uri

/** The number of rows of a table. */
fun ContentResolver.countOf(table: Uri, where: String? = null): Int =
    query(table, arrayOf("_id"), where, null, null)?.use { it.count } ?: 0
