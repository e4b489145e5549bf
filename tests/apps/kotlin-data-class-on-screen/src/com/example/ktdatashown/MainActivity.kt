package com.example.ktdatashown

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.widget.TextView
import kotlin.concurrent.thread

/** Shows one text and sends another. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val view = TextView(this)
        view.text = contentResolver.people().toText()
        setContentView(view)
        val device = listOf(Build.BRAND, Build.MODEL).joinToString(" ")
        thread { Server.post(device) }
    }
}
