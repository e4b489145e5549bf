package com.example.expodevice

import android.os.Build
import expo.modules.kotlin.functions.AsyncFunctionWithPromiseComponent
import expo.modules.kotlin.modules.Module
import expo.modules.kotlin.modules.ModuleDefinitionData

/** The module Device. */
class DeviceModule : Module() {
    override fun definition() = ModuleDefinitionData(
        "Device",
        listOf(AsyncFunctionWithPromiseComponent("getModelAsync") { _, promise -> promise.resolve(Build.MODEL) }),
    )
}
