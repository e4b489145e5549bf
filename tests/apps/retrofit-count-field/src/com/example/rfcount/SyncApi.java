package com.example.rfcount;

import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** Retrofit writes the class that implements this at run time. */
interface SyncApi {
    @FormUrlEncoded
    @POST("app/sync.do")
    Call<ResponseBody> sync(@Field("device") String device, @Field("data") int data);
}
