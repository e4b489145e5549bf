package com.example.ktcoroutine

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch

/** The query is inside a suspended block. */
class MainActivity : Activity() {
    private val scope = CoroutineScope(Dispatchers.IO)
    private val rows = ArrayList<String>()

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        scope.launch { readBook() }
    }

    private suspend fun readBook() {
        delay(1000)
        val columns = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
        contentResolver.query(Phone.CONTENT_URI, columns, null, null, null)?.use { cursor ->
            while (cursor.moveToNext()) {
                rows.add(cursor.getString(0) + cursor.getString(1))
            }
        }
    }
}
