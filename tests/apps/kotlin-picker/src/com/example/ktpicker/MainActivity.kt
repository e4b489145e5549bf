package com.example.ktpicker

import android.app.Activity
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.Button

/** One contact, chosen by the person. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val button = Button(this)
        button.setOnClickListener { startActivityForResult(Intent(Intent.ACTION_PICK, Phone.CONTENT_URI), 1) }
        setContentView(button)
    }

    override fun onActivityResult(code: Int, result: Int, data: Intent?) {
        data?.data?.let { title = readPicked(it) }
    }

    private fun readPicked(picked: Uri): String {
        val cursor = contentResolver.query(picked, arrayOf(Phone.NUMBER), null, null, null) ?: return ""
        return cursor.use { if (it.moveToFirst()) it.getString(0) else "" }
    }
}
