package com.example.ktlambda

/** Runs what it is given. */
class Gate {
    fun open(action: () -> Unit) = action()
}
