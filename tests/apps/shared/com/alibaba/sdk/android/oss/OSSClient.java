package com.alibaba.sdk.android.oss;

import android.content.Context;
import com.alibaba.sdk.android.oss.common.auth.OSSCredentialProvider;
import com.alibaba.sdk.android.oss.model.PutObjectRequest;
import com.alibaba.sdk.android.oss.model.PutObjectResult;
import java.util.ArrayList;
import java.util.List;

/** Stub with the library's name and methods, written for the case apps: the real one sends the object to a cloud. */
public class OSSClient implements OSS {
    private static final List<PutObjectRequest> SENT = new ArrayList<>();

    public OSSClient(Context context, String endpoint, OSSCredentialProvider credentials) {}

    @Override
    public PutObjectResult putObject(PutObjectRequest request) throws ClientException, ServiceException {
        SENT.add(request);
        return new PutObjectResult();
    }
}
