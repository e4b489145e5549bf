package com.example.rfother;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Retrofit writes the class that implements this at run time. */
interface ProfileApi {
    @POST("profile")
    Call<Void> save(@Body Profile profile);
}
