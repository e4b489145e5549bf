package com.example.ktsuspendshown

import java.net.HttpURLConnection
import java.net.URL
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext

/** The server. */
class Api {
    suspend fun upload(rows: List<String>): Boolean = withContext(Dispatchers.IO) { post(rows) in 200..299 }

    private fun post(rows: List<String>): Int {
        val connection = URL("https://api.example.com/rows").openConnection() as HttpURLConnection
        connection.requestMethod = "POST"
        connection.doOutput = true
        connection.outputStream.bufferedWriter().use { writer ->
            rows.forEach { writer.write(it + "\n") }
        }
        return connection.responseCode
    }
}
