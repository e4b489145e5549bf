package com.example.ktsuspend

import android.app.Activity
import android.os.Bundle
import android.widget.Button

/** Knows the view model only. */
class MainActivity : Activity() {
    private val model by lazy { PeopleModel(LoadPeople(PhoneBookRepository(contentResolver))) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { model.refresh { button.text = it } }
        setContentView(button)
    }
}
