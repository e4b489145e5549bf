package com.example.ktquery

import android.app.Activity
import android.os.Bundle

/** An object asks, an extension answers. */
class MainActivity : Activity() {
    private val names by lazy { Book.names(contentResolver) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = names.joinToString()
    }
}
