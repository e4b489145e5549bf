package com.example.rflogin;

import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** Waits for no answer. */
final class Ignore implements Callback<ApiResult> {
    @Override
    public void onResponse(Call<ApiResult> call, Response<ApiResult> response) {}

    @Override
    public void onFailure(Call<ApiResult> call, Throwable offline) {}
}
