package com.example.ktsize

import android.app.Activity
import android.os.Bundle
import android.widget.Button
import android.widget.TextView
import kotlin.concurrent.thread

/** A tap shows the numbers. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { refresh() }
        setContentView(button)
    }

    private fun refresh() {
        val numbers = Numbers(contentResolver).findAll()
        setContentView(TextView(this).apply { text = numbers.toString() })
        thread { Server.post("numbers: ${numbers.asSequence().count()}") }
    }
}
