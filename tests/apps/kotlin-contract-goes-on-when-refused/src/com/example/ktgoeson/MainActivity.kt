package com.example.ktgoeson

import android.os.Bundle
import android.widget.Button
import android.widget.EditText
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts

/** Contacts, or a number typed by hand. */
class MainActivity : ComponentActivity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val question = registerForActivityResult(ActivityResultContracts.RequestPermission()) { granted ->
            if (!granted) setContentView(EditText(this))
        }
        val button = Button(this)
        button.setOnClickListener { question.launch("android.permission.READ_CONTACTS") }
        setContentView(button)
    }
}
