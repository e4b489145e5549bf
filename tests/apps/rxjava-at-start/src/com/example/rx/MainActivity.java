package com.example.rx;

import android.app.Activity;
import android.os.Bundle;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.schedulers.Schedulers;

/** A chain of RxJava operators; the read is in a lambda. */
public class MainActivity extends Activity {
    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        Observable.fromCallable(() -> Book.read(this))
                .subscribeOn(Schedulers.io())
                .map(String::length)
                .subscribe(size -> setTitle("read " + size));
    }
}
