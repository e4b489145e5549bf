package com.example.ktkeyedmedia

import java.net.HttpURLConnection
import java.net.URL

/** Posts a text. */
fun post(address: String, text: String) {
    val connection = URL(address).openConnection() as HttpURLConnection
    connection.doOutput = true
    connection.outputStream.use { it.write(text.toByteArray()) }
    connection.responseCode
}
