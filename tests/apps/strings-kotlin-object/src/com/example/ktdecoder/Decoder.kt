package com.example.ktdecoder

/** Opens texts. */
object Decoder {
    private const val KEY = 0x2d

    fun decode(digits: String): String =
        String(CharArray(digits.length / 2) { (digits.substring(2 * it, 2 * it + 2).toInt(16) xor KEY).toChar() })
}
