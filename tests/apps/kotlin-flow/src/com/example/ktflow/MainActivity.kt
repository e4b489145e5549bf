package com.example.ktflow

import android.app.Activity
import android.os.Bundle
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch

/** Collects. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val repository: PeopleRepository = PhoneBookRepository(contentResolver)
        scope.launch {
            repository.people().map { it.size }.collect { title = "read $it" }
        }
    }
}
