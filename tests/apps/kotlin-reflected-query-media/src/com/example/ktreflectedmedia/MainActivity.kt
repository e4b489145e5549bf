package com.example.ktreflectedmedia

import android.app.Activity
import android.content.ContentResolver
import android.database.Cursor
import android.net.Uri
import android.os.Bundle
import android.os.CancellationSignal
import android.provider.MediaStore.Images.Media
import android.widget.TextView

/** The method is kept in a companion, its arguments are spread out of an array. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        val text = StringBuilder()
        val cursor = ask(Media.EXTERNAL_CONTENT_URI, arrayOf(Media.DISPLAY_NAME, Media.SIZE), null, null)
        while (cursor.moveToNext()) text.append(cursor.getString(0)).append(cursor.getString(1))
        cursor.close()
        setContentView(TextView(this).also { it.text = text })
    }

    private fun ask(vararg what: Any?): Cursor = QUERY.invoke(contentResolver, *what) as Cursor

    companion object {
        private val QUERY =
            ContentResolver::class.java.getDeclaredMethod(
                "query",
                Uri::class.java,
                Array<String>::class.java,
                Bundle::class.java,
                CancellationSignal::class.java,
            )
    }
}
