package com.example.kttop

import android.app.Activity
import android.os.Bundle

/** Shows the names with A. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = readNames(this).joinToString()
    }
}
