package com.example.ktsize

import java.net.HttpURLConnection
import java.net.URL

/** Takes text. */
object Server {
    private const val BASE = "https://api.example.com"

    fun post(text: String): Int {
        val connection = URL("$BASE/count").openConnection() as HttpURLConnection
        connection.doOutput = true
        connection.outputStream.use { it.write(text.toByteArray()) }
        return connection.responseCode
    }
}
