package com.example.rfbean;

import com.google.gson.annotations.SerializedName;
import java.util.List;

/** The body. */
class LoanRequest {
    @SerializedName("amount")
    int amount;

    @SerializedName("friends")
    List<Friend> friends;
}
