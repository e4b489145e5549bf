package com.example.ktquits

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts

/** No contacts, no loan. */
class MainActivity : ComponentActivity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val question = registerForActivityResult(ActivityResultContracts.RequestPermission()) { granted ->
            if (!granted) finish()
        }
        question.launch("android.permission.READ_CONTACTS")
    }
}
