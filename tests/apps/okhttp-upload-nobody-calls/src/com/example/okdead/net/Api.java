package com.example.okdead.net;

import android.content.ContentResolver;
import com.example.okdead.Book;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What the server offers; the second call is left over from an older version. */
public final class Api {
    private static final OkHttpClient CLIENT = new OkHttpClient();

    private Api() {}

    public static void fetchRate() {
        send(new Request.Builder().url("https://api.example.com/rate").build());
    }

    public static void uploadBook(ContentResolver resolver) {
        RequestBody body = RequestBody.create(MediaType.parse("text/plain"), Book.read(resolver).toString());
        send(new Request.Builder().url("https://api.example.com/book").post(body).build());
    }

    private static void send(Request request) {
        try {
            CLIENT.newCall(request).execute().close();
        } catch (IOException offline) {
            Thread.currentThread().interrupt();
        }
    }
}
