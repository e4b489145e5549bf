package com.example.expobook

import android.app.Activity
import android.os.Bundle
import expo.modules.kotlin.ModuleHolder
import expo.modules.kotlin.jni.JavaScriptModuleObject

/** Shows one module to the script. */
class MainActivity : Activity() {
    override fun onCreate(state: Bundle?) {
        super.onCreate(state)
        ModuleHolder.attach(this, BookModule(), JavaScriptModuleObject())
    }
}
