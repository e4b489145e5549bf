package com.example.ktsealed

/** What can be read. */
sealed class Source {
    /** Everybody. */
    object People : Source()

    /** The pictures of one album. */
    class Album(val id: Long) : Source()
}
