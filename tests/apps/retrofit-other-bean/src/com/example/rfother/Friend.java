package com.example.rfother;

/** One person of the book; its text is a row of the list. */
class Friend {
    String name;
    String phone;

    @Override
    public String toString() {
        return name + ' ' + phone;
    }
}
