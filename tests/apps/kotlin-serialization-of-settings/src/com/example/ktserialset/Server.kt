package com.example.ktserialset

import java.net.HttpURLConnection
import java.net.URL

/** Takes text. */
object Server {
    private const val BASE = "https://api.example.com"

    fun post(json: String): Int {
        val connection = URL("$BASE/settings").openConnection() as HttpURLConnection
        connection.doOutput = true
        connection.outputStream.use { it.write(json.toByteArray()) }
        return connection.responseCode
    }
}
