package com.example.rfshared;

import java.util.Map;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** All that the server offers. */
interface Api {
    @POST("login")
    Call<ApiResult> login(@Body Map<String, Object> body);

    @POST("book")
    Call<ApiResult> book(@Body Map<String, Object> body);
}
