package com.example.rfbean;

import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;

/** Retrofit writes the class that implements this at run time. */
interface LoanApi {
    @POST("loan/apply")
    Call<Void> apply(@Body LoanRequest request);
}
