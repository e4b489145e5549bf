package com.example.ktnotified

import android.app.Activity
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.os.Bundle
import android.provider.ContactsContract.Contacts

/** Favourites for the status bar. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val manager = getSystemService(NotificationManager::class.java)
        manager.createNotificationChannel(NotificationChannel("c", "c", NotificationManager.IMPORTANCE_LOW))
        val builder = Notification.Builder(this, "c").setSmallIcon(android.R.drawable.ic_dialog_info)
        builder.setContentTitle("Your favourites").setContentText(favourites().joinToString(", "))
        manager.notify(1, builder.build())
    }

    private fun favourites(): List<String> {
        val names = mutableListOf<String>()
        val columns = arrayOf(Contacts.DISPLAY_NAME)
        contentResolver.query(Contacts.CONTENT_URI, columns, "starred = 1", null, null)?.use { cursor ->
            while (cursor.moveToNext()) names += cursor.getString(0)
        }
        return names
    }
}
