package com.example.okhttp;

/** One row. */
class Person {
    final String name;
    final String phone;

    Person(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }
}
