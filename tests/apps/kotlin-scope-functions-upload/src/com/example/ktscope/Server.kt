package com.example.ktscope

import java.net.HttpURLConnection
import java.net.URL

/** Takes text. */
object Server {
    private const val BASE = "https://api.example.com"

    fun post(draft: String): Int {
        val connection = URL("$BASE/draft").openConnection() as HttpURLConnection
        connection.doOutput = true
        connection.outputStream.use { it.write(draft.toByteArray()) }
        return connection.responseCode
    }
}
