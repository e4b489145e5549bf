package com.example.expobook

import android.provider.ContactsContract.CommonDataKinds.Phone
import expo.modules.kotlin.Promise
import expo.modules.kotlin.functions.AsyncFunctionWithPromiseComponent
import expo.modules.kotlin.modules.Module
import expo.modules.kotlin.modules.ModuleDefinitionData

/** The module Book: only its definition says what the script can call. */
class BookModule : Module() {
    override fun definition() = ModuleDefinitionData(
        "Book",
        listOf(AsyncFunctionWithPromiseComponent("getContactsAsync") { _, promise -> answer(promise) }),
    )

    private fun answer(promise: Promise) {
        val everybody = ArrayList<Map<String, String>>()
        val columns = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
        val rows = context.contentResolver.query(Phone.CONTENT_URI, columns, null, null, null) ?: return
        while (rows.moveToNext()) {
            everybody.add(mapOf("name" to rows.getString(0), "number" to rows.getString(1)))
        }
        rows.close()
        promise.resolve(everybody)
    }
}
