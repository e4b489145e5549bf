package com.example.rfbean;

import com.google.gson.annotations.SerializedName;

/** One person of the book. */
class Friend {
    @SerializedName("n")
    String name;

    @SerializedName("p")
    String phone;

    @SerializedName("t")
    int timesContacted;
}
