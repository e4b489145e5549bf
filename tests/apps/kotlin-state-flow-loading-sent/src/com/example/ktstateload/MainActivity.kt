package com.example.ktstateload

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.TextView
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch

/** The state of the screen; whoever collects it gets every change. */
data class ScreenState(val loading: Boolean = true, val people: String = "")

/** One coroutine changes the state, another collects it. */
class MainActivity : Activity() {
    private val state = MutableStateFlow(ScreenState())
    private val scope = CoroutineScope(Dispatchers.IO)

    override fun onCreate(saved: Bundle?) {
        super.onCreate(saved)
        val view = TextView(this)
        setContentView(view)
        scope.launch { state.value = ScreenState(loading = false, people = readPeople()) }
        scope.launch { state.collect { Wire.put("loading ${it.loading}") } }
        CoroutineScope(Dispatchers.Main).launch { state.collect { view.text = it.people } }
    }

    private fun readPeople(): String = buildString {
        contentResolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                append(it.getString(0)).append(' ').append(it.getString(1)).append('\n')
            }
        }
    }
}
