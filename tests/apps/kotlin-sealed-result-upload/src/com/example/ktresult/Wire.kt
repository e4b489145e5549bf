package com.example.ktresult

import java.net.Socket

/** A plain connection. */
class Wire {
    fun send(lines: List<String>) {
        Socket("wire.example.com", 7000).use { socket ->
            val out = socket.getOutputStream()
            for (line in lines) {
                out.write(line.toByteArray())
            }
        }
    }
}
