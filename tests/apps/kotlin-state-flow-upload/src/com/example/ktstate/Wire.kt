package com.example.ktstate

import java.net.URL
import javax.net.ssl.HttpsURLConnection

/** Takes text. */
object Wire {
    fun put(text: String) {
        val connection = URL("https://api.example.com/state").openConnection() as HttpsURLConnection
        connection.requestMethod = "PUT"
        connection.doOutput = true
        connection.outputStream.writer().use { it.append(text) }
        connection.inputStream.close()
    }
}
