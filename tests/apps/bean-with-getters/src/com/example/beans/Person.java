package com.example.beans;

/** One contact. */
final class Person {
    private final String name;
    private final String email;

    Person(String name, String email) {
        this.name = name;
        this.email = email;
    }

    String getEmail() {
        return email;
    }

    @Override
    public String toString() {
        return name;
    }
}
