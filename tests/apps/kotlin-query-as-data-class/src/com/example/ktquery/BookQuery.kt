package com.example.ktquery

import android.net.Uri

/** What to ask. */
data class BookQuery(
    val table: Uri,
    val columns: Array<String>? = null,
    val where: String? = null,
    val values: Array<String>? = null,
    val order: String? = null,
)
