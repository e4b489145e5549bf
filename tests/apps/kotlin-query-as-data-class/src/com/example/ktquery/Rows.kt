package com.example.ktquery

import android.content.ContentResolver
import android.database.Cursor

/** Runs a query and turns each row into something. */
fun <T> ContentResolver.rows(query: BookQuery, map: (Cursor) -> T): List<T> =
    query(query.table, query.columns, query.where, query.values, query.order)?.use { cursor ->
        generateSequence { if (cursor.moveToNext()) cursor else null }.map(map).toList()
    }.orEmpty()

/** The text of a column. */
fun Cursor.text(column: String): String = getString(getColumnIndexOrThrow(column)).orEmpty()
