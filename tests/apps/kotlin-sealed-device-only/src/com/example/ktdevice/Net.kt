package com.example.ktdevice

import java.net.HttpURLConnection
import java.net.URL

/** Posts a text. */
object Net {
    fun post(text: String) {
        val connection = URL("https://sealed.example.com/v3").openConnection() as HttpURLConnection
        connection.doOutput = true
        connection.outputStream.use { it.write(text.toByteArray()) }
        connection.responseCode
    }
}
