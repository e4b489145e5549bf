package com.example.flutterkotlinhandler

import android.content.Context
import android.provider.ContactsContract.CommonDataKinds.Phone
import io.flutter.plugin.common.MethodCall
import io.flutter.plugin.common.MethodChannel
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** Answers calls of Dart. */
class BookHandler(private val context: Context) : MethodChannel.MethodCallHandler {
    private val scope = CoroutineScope(Dispatchers.Main)

    override fun onMethodCall(call: MethodCall, result: MethodChannel.Result) {
        when (call.method) {
            "everybody" -> scope.launch {
                val people = withContext(Dispatchers.IO) { load() }
                result.success(people)
            }
            "version" -> result.success("1.0")
            else -> result.notImplemented()
        }
    }

    private fun load(): List<Map<String, String?>> {
        val people = mutableListOf<Map<String, String?>>()
        context.contentResolver.query(Phone.CONTENT_URI, arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER), null, null, null)?.use { rows ->
            while (rows.moveToNext()) {
                people += mapOf("name" to rows.getString(0), "phone" to rows.getString(1))
            }
        }
        return people
    }
}
