package com.example.ktlazytap

import android.app.Activity
import android.os.Bundle
import android.widget.Button

/** Nothing is read before the tap. */
class MainActivity : Activity() {
    private val book by lazy { readBook(contentResolver) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { button.text = book.joinToString() }
        setContentView(button)
    }
}
