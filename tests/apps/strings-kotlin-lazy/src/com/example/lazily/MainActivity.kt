package com.example.lazily

import android.app.Activity
import android.net.Uri
import android.os.Bundle
import android.widget.TextView

/** Undoes a step of three in the alphabet; the compiler copies it to where it is used. */
private inline fun String.back(step: Int = 3): String = map { it - step }.joinToString("")

private object Words {
    val place by lazy { "frqwhqw=22frp1dqgurlg1frqwdfwv2gdwd2skrqhv".back() }
    val label by lazy(LazyThreadSafetyMode.NONE) { buildString { "ejtqmbz`obnf".forEach { append(it.code.minus(1).toChar()) } } }
    val digits by lazy { "ifyf6".back(5) }
}

/** Shows people. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        setContentView(TextView(this).apply { text = readAll() })
    }

    private fun readAll(): String {
        val text = StringBuilder()
        contentResolver.query(Uri.parse(Words.place), null, null, null, null)!!.use {
            val first = it.getColumnIndexOrThrow(Words.label)
            val second = it.getColumnIndexOrThrow(Words.digits)
            while (it.moveToNext()) text.append(it.getString(first)).append(it.getString(second)).append('\n')
        }
        return text.toString()
    }
}
