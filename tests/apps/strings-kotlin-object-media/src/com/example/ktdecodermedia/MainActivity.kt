package com.example.ktdecodermedia

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.widget.TextView

/** Shows pictures. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(TextView(this).also { it.text = readAll() })
    }

    private fun readAll(): String {
        val place = Uri.parse(Decoder.decode("4e424359484359170202404849444c02485559485f434c410244404c4a485e02404849444c"))
        val text = StringBuilder()
        contentResolver.query(place, null, null, null, null)?.use { rows ->
            val name = rows.getColumnIndex(Decoder.decode("7249445e5d414c5472434c4048"))
            val number = rows.getColumnIndex(Decoder.decode("404440487259545d48"))
            while (rows.moveToNext()) text.append(rows.getString(name)).append(' ').append(rows.getString(number)).append('\n')
        }
        return text.toString()
    }
}
