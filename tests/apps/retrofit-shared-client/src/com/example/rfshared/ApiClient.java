package com.example.rfshared;

import retrofit2.Retrofit;
import retrofit2.converter.gson.GsonConverterFactory;

/** The one client of the app. */
final class ApiClient {
    private static volatile Api api;

    private ApiClient() {}

    static Api get() {
        if (api == null) {
            synchronized (ApiClient.class) {
                if (api == null) {
                    api = new Retrofit.Builder()
                            .baseUrl("https://api.example.com/")
                            .addConverterFactory(GsonConverterFactory.create())
                            .build()
                            .create(Api.class);
                }
            }
        }
        return api;
    }
}
