package com.example.ktflowup

import android.app.Activity
import android.os.Bundle
import android.widget.Button

/** A tap starts it. */
class MainActivity : Activity() {
    private val uploader by lazy { PeopleUploader(PeopleSource(contentResolver), FlowApi()) }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(Button(this).apply { setOnClickListener { uploader.start() } })
    }
}
