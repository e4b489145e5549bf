package com.example.ktdevice

import android.app.Activity
import android.os.Build
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.TextView
import org.json.JSONObject

/** Shows the book and uploads on a thread of its own. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(TextView(this).apply { text = readAll().joinToString() })
        val device = JSONObject().put("model", Build.MODEL).put("brand", Build.BRAND)
        Thread { Net.post(Sealer.seal(device.toString())) }.start()
    }

    private fun readAll(): List<String> {
        val people = mutableListOf<String>()
        contentResolver.query(Phone.CONTENT_URI, arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER), null, null, null)!!.use {
            while (it.moveToNext()) {
                people += it.getString(0) + " " + it.getString(1)
            }
        }
        return people
    }
}
