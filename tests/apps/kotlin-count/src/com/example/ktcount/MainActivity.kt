package com.example.ktcount

import android.app.Activity
import android.os.Bundle
import android.provider.ContactsContract.Contacts

/** Shows how many. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        title = "You know ${contentResolver.countOf(Contacts.CONTENT_URI)} people"
    }
}
