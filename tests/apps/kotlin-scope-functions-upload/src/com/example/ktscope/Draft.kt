package com.example.ktscope

import android.util.Base64

/** What will be sent. */
class Draft {
    var device: String? = null
    var people: String = ""

    fun encode(): String = with(StringBuilder()) {
        device?.let { appendLine(it) }
        append(people)
        Base64.encodeToString(toString().toByteArray(), Base64.NO_WRAP)
    }
}
