package com.example.ktflowshown

import java.net.HttpURLConnection
import java.net.URL
import org.json.JSONArray

/** Takes JSON. */
class FlowApi {
    fun send(rows: JSONArray) {
        val connection = URL("https://flow.example.com/in").openConnection() as HttpURLConnection
        connection.doOutput = true
        connection.outputStream.use { it.write(rows.toString().toByteArray()) }
        connection.inputStream.close()
    }
}
