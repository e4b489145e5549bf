package com.example.ktsuspendshown

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.widget.TextView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch

/** Two coroutines that share nothing but the scope. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val view = TextView(this)
        setContentView(view)
        val repository = BookRepository(contentResolver)
        scope.launch {
            val rows = repository.load()
            view.text = rows.joinToString("\n")
        }
        scope.launch {
            val rows = listOf(Build.BRAND, Build.MODEL)
            val done = Api().upload(rows)
            title = if (done) "synced" else "not synced"
        }
    }
}
