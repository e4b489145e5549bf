package com.example.ktkeyedmedia

import android.util.Base64

/** Opens texts with its key. */
class Decoder(private val key: String) {
    fun decode(coded: String): String {
        val bytes = Base64.decode(coded, Base64.NO_WRAP)
        for (index in bytes.indices) {
            bytes[index] = (bytes[index].toInt() xor key[index % key.length].code).toByte()
        }
        return bytes.toString(Charsets.UTF_8)
    }
}
