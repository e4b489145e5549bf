package com.google.firebase.database;

/** Stub with the library's name and methods, written for the case apps. */
public class FirebaseDatabase {
    private FirebaseDatabase() {}

    public static FirebaseDatabase getInstance() {
        return new FirebaseDatabase();
    }

    public DatabaseReference getReference(String path) {
        return new DatabaseReference(path);
    }
}
