package com.example.rnkotlinturbomodule

import com.facebook.react.ReactActivity
import com.facebook.react.ReactPackage
import com.facebook.react.bridge.NativeModule
import com.facebook.react.bridge.ReactApplicationContext

/** Starts the script and gives it one module. */
class MainActivity : ReactActivity() {
    override fun getPackages(): List<ReactPackage> = listOf(BookPackage())
}

/** Lists the module. */
class BookPackage : ReactPackage {
    override fun createNativeModules(context: ReactApplicationContext): List<NativeModule> = listOf(DeviceBookModule(context))
}
