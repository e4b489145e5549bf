package com.example.moshiup;

/** One row. */
final class Person {
    final String name;
    final String phone;

    Person(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }
}
