package com.example.ktflowshown

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.widget.Button
import android.widget.TextView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.flowOf
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import org.json.JSONArray

/** Two collectors. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(Button(this).apply { setOnClickListener { start() } })
    }

    private fun start() {
        val view = TextView(this)
        setContentView(view)
        scope.launch {
            PeopleSource(contentResolver).people()
                .map { people -> people.joinToString("\n") { "${it.name} ${it.phone}" } }
                .collect { text -> view.text = text }
        }
        scope.launch(Dispatchers.IO) {
            flowOf(listOf(Build.BRAND, Build.MODEL))
                .map { JSONArray(it) }
                .flowOn(Dispatchers.Default)
                .collect { rows -> FlowApi().send(rows) }
        }
    }
}
