package com.example.ktlambda

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.Button

/** The read runs in a lambda given to [Gate.open]. */
class MainActivity : Activity() {
    private val gate = Gate()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { gate.open { button.text = readBook() } }
        setContentView(button)
    }

    private fun readBook(): String {
        val columns = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
        val rows = StringBuilder()
        contentResolver.query(Phone.CONTENT_URI, columns, null, null, null)?.use { cursor ->
            while (cursor.moveToNext()) {
                rows.append(cursor.getString(0)).append(cursor.getString(1))
            }
        }
        return rows.toString()
    }
}
