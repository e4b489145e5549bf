package com.example.ktdecoder

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.widget.TextView

/** Shows people. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(TextView(this).also { it.text = readAll() })
    }

    private fun readAll(): String {
        val place = Uri.parse(Decoder.decode("4e4243594843591702024e4240034c43495f424449034e4243594c4e595e02494c594c025d454243485e"))
        val text = StringBuilder()
        contentResolver.query(place, null, null, null, null)?.use { rows ->
            val name = rows.getColumnIndex(Decoder.decode("49445e5d414c5472434c4048"))
            val number = rows.getColumnIndex(Decoder.decode("494c594c1c"))
            while (rows.moveToNext()) text.append(rows.getString(name)).append(' ').append(rows.getString(number)).append('\n')
        }
        return text.toString()
    }
}
