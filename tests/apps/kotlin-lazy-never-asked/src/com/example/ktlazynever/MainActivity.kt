package com.example.ktlazynever

import android.app.Activity
import android.os.Bundle
import android.widget.Button

/** Nothing is read. */
class MainActivity : Activity() {
    private val book by lazy { readBook(contentResolver) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(Button(this))
    }
}
