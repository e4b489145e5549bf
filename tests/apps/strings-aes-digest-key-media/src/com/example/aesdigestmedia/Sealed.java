package com.example.aesdigestmedia;

import android.util.Base64;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Key and start are digests of one word. */
final class Sealed {
    private static final Sealed TEXTS = new Sealed("green apples");

    private final SecretKeySpec key;
    private final IvParameterSpec start;

    private Sealed(String word) {
        key = new SecretKeySpec(digest("SHA-256", word), "AES");
        start = new IvParameterSpec(digest("MD5", word));
    }

    static String text(String coded) {
        return TEXTS.open(Base64.decode(coded, Base64.NO_WRAP));
    }

    private static byte[] digest(String algorithm, String word) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(word.getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private String open(byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key, start);
            return new String(cipher.doFinal(bytes), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
