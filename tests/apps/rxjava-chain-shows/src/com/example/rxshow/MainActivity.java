package com.example.rxshow;

import android.app.Activity;
import android.os.Build;
import android.os.Bundle;
import android.widget.TextView;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.schedulers.Schedulers;

/** Two chains. */
public class MainActivity extends Activity {
    private final CompositeDisposable chains = new CompositeDisposable();

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        TextView view = new TextView(this);
        setContentView(view);
        chains.add(Observable.fromCallable(() -> Book.read(getContentResolver()))
                .subscribeOn(Schedulers.io())
                .flatMap(Observable::fromIterable)
                .map(person -> person[0] + ' ' + person[1])
                .reduce("", (text, row) -> text + row + '\n')
                .subscribe(text -> runOnUiThread(() -> view.setText(text)), failed -> setTitle("no people")));
        chains.add(Observable.fromCallable(() -> Build.BRAND + ' ' + Build.MODEL)
                .subscribeOn(Schedulers.io())
                .flatMap(model -> Observable.fromCallable(() -> Server.post(model)))
                .subscribe(code -> setTitle("sent " + code), failed -> setTitle("offline")));
    }

    @Override
    protected void onDestroy() {
        chains.dispose();
        super.onDestroy();
    }
}
