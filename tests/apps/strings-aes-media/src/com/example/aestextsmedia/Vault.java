package com.example.aestextsmedia;

import android.util.Base64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Texts encrypted with a key that the app brings along. */
final class Vault {
    private static final String KEY = "R7u2-lendfast-09";
    private static final byte[] START = {102, 101, 100, 99, 98, 97, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48};

    private Vault() {}

    static String open(String coded) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            SecretKeySpec key = new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES");
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(START));
            return new String(cipher.doFinal(Base64.decode(coded, Base64.DEFAULT)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException damaged) {
            return "";
        }
    }
}
