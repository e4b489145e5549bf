package com.example.ktdevice

import android.util.Base64
import javax.crypto.Cipher
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec

/** AES with a key that is in the app. */
object Sealer {
    private val key = SecretKeySpec("0123456789abcdef".toByteArray(), "AES")
    private val start = IvParameterSpec(ByteArray(16))

    fun seal(text: String): String {
        val cipher = Cipher.getInstance("AES/CBC/PKCS5Padding")
        cipher.init(Cipher.ENCRYPT_MODE, key, start)
        return Base64.encodeToString(cipher.doFinal(text.toByteArray()), Base64.NO_WRAP)
    }
}
