package com.example.layers;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs the use case on a thread of its own and hands on the result. */
final class PeopleModel {
    /** Gets the names. */
    interface Listener {
        void onLoaded(List<String> names);
    }

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final LoadPeople loadPeople;

    PeopleModel(LoadPeople loadPeople) {
        this.loadPeople = loadPeople;
    }

    void load(Listener listener) {
        threads.execute(() -> listener.onLoaded(loadPeople.execute()));
    }
}
