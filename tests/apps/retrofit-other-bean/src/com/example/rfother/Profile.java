package com.example.rfother;

/** What the person typed about himself or herself. */
class Profile {
    String name;
    String phone;
}
