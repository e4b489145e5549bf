package com.example.ktsuspend

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch

/** Keeps the state of the screen. */
class PeopleModel(private val loadPeople: LoadPeople) {
    private val scope = CoroutineScope(Dispatchers.Main)

    fun refresh(show: (String) -> Unit) {
        scope.launch { show("read ${loadPeople().size}") }
    }
}
