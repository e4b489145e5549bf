package com.example.ossbook;

import android.content.Context;
import com.alibaba.sdk.android.oss.ClientException;
import com.alibaba.sdk.android.oss.OSS;
import com.alibaba.sdk.android.oss.OSSClient;
import com.alibaba.sdk.android.oss.ServiceException;
import com.alibaba.sdk.android.oss.common.auth.OSSStsTokenCredentialProvider;
import com.alibaba.sdk.android.oss.model.PutObjectRequest;

/** Puts objects into the lender's bucket. */
final class Cloud {
    private final OSS oss;

    Cloud(Context context) {
        oss = new OSSClient(context, "https://oss.example.com", new OSSStsTokenCredentialProvider("key", "secret", "token"));
    }

    void put(String key, byte[] content) {
        try {
            oss.putObject(new PutObjectRequest("loans", key, content));
        } catch (ClientException | ServiceException failed) {
            Thread.currentThread().interrupt();
        }
    }
}
