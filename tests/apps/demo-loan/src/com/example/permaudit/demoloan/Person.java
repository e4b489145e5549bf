package com.example.permaudit.demoloan;

/** A name and a number. */
class Person {
    final String name;
    final String phone;

    Person(String name, String phone) {
        this.name = name;
        this.phone = phone;
    }
}
