package androidx.lifecycle;

import android.os.Handler;
import android.os.Looper;
import java.util.ArrayList;
import java.util.List;

/** Stub with androidx's name and methods, written for the case apps: tells its observers of each value. */
public abstract class LiveData<T> {
    private final List<Observer<? super T>> observers = new ArrayList<>();
    private final Handler main = new Handler(Looper.getMainLooper());
    private volatile Object data;

    public void observeForever(Observer<? super T> observer) {
        observers.add(observer);
    }

    @SuppressWarnings("unchecked")
    public T getValue() {
        return (T) data;
    }

    protected void postValue(T value) {
        main.post(() -> setValue(value));
    }

    protected void setValue(T value) {
        data = value;
        for (Observer<? super T> observer : observers) {
            observer.onChanged(getValue());
        }
    }
}
