package com.example.ktduedate

import android.app.Activity
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.os.Bundle
import java.util.Date

/** A reminder for the status bar. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val manager = getSystemService(NotificationManager::class.java)
        manager.createNotificationChannel(NotificationChannel("c", "c", NotificationManager.IMPORTANCE_LOW))
        val builder = Notification.Builder(this, "c").setSmallIcon(android.R.drawable.ic_dialog_info)
        builder.setContentTitle("Your loan is due").setContentText(Date(System.currentTimeMillis() + 604800000).toString())
        manager.notify(1, builder.build())
    }
}
