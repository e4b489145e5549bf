package com.example.ktcallback

import android.app.Activity
import android.os.Bundle
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.launch

/** Collects. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch {
            bookOf(contentResolver).collect { title = "read ${it.size}" }
        }
    }
}
