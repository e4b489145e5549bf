package com.google.firebase.database;

import com.google.android.gms.tasks.Task;
import java.util.HashMap;
import java.util.Map;

/** Stub with the library's name and methods, written for the case apps: keeps values in memory; the real one sends them to Google. */
public class DatabaseReference {
    private static final Map<String, Object> VALUES = new HashMap<>();
    private final String path;

    DatabaseReference(String path) {
        this.path = path;
    }

    public DatabaseReference child(String name) {
        return new DatabaseReference(path + '/' + name);
    }

    public DatabaseReference push() {
        return child(Long.toString(System.nanoTime()));
    }

    public Task<Void> setValue(Object value) {
        VALUES.put(path, value);
        return null;
    }
}
