package com.alibaba.sdk.android.oss;

import com.alibaba.sdk.android.oss.model.PutObjectRequest;
import com.alibaba.sdk.android.oss.model.PutObjectResult;

/** Stub with the library's name and methods, written for the case apps. */
public interface OSS {
    PutObjectResult putObject(PutObjectRequest request) throws ClientException, ServiceException;
}
