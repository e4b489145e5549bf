package com.example.ktsuspendup

import android.app.Activity
import android.os.Bundle
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch

/** Reads, waits, uploads, waits. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val repository = BookRepository(contentResolver)
        scope.launch {
            val rows = repository.load()
            val done = Api().upload(rows)
            title = if (done) "synced" else "not synced"
        }
    }
}
