package com.example.rfrx;

import io.reactivex.rxjava3.core.Single;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Retrofit writes the class that implements this at run time. */
interface LimitApi {
    @POST("limit/raise")
    Single<ResponseBody> raise(@Body RequestBody people);
}
