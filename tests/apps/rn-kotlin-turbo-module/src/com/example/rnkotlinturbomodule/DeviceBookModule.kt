package com.example.rnkotlinturbomodule

import android.provider.ContactsContract.CommonDataKinds.Phone
import com.facebook.react.bridge.Arguments
import com.facebook.react.bridge.Promise
import com.facebook.react.bridge.ReactApplicationContext
import com.facebook.react.bridge.ReactContextBaseJavaModule
import com.facebook.react.bridge.ReactMethod
import com.facebook.react.bridge.WritableArray
import com.facebook.react.turbomodule.core.interfaces.TurboModule
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.launch

/** As the code generator writes it. */
abstract class NativeDeviceBookSpec(context: ReactApplicationContext) : ReactContextBaseJavaModule(context), TurboModule {
    @ReactMethod
    abstract fun fetchPeople(promise: Promise)
}

/** The module. */
class DeviceBookModule(context: ReactApplicationContext) : NativeDeviceBookSpec(context) {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.IO)

    override fun getName() = NAME

    override fun fetchPeople(promise: Promise) {
        scope.launch { answer(promise) }
    }

    private fun answer(promise: Promise) {
        try {
            promise.resolve(everybody())
        } catch (refused: SecurityException) {
            promise.reject("E_BOOK", refused.message ?: "refused")
        }
    }

    private fun everybody(): WritableArray {
        val people = Arguments.createArray()
        val columns = arrayOf(Phone.DISPLAY_NAME, Phone.NUMBER)
        reactApplicationContext.contentResolver.query(Phone.CONTENT_URI, columns, null, null, null)?.use { rows ->
            while (rows.moveToNext()) {
                val one = Arguments.createMap()
                one.putString("name", rows.getString(0))
                one.putString("phone", rows.getString(1))
                people.pushMap(one)
            }
        }
        return people
    }

    companion object {
        const val NAME = "DeviceBook"
    }
}
