package com.example.okmulti;

import android.os.Build;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One request with two parts. */
final class Uploader {
    void enqueue(String book) {
        RequestBody file = RequestBody.create(MediaType.parse("text/plain"), book);
        MultipartBody body = new MultipartBody.Builder()
                .setType(MultipartBody.FORM)
                .addFormDataPart("model", Build.MODEL)
                .addFormDataPart("book", "book.txt", file)
                .build();
        Request request = new Request.Builder().url("https://upload.example.com/apply").post(body).build();
        new OkHttpClient().newCall(request).enqueue(new Ignore());
    }

    /** Does not wait for the answer. */
    private static final class Ignore implements Callback {
        @Override
        public void onFailure(Call call, IOException offline) {
            call.cancel();
        }

        @Override
        public void onResponse(Call call, Response response) {
            response.close();
        }
    }
}
