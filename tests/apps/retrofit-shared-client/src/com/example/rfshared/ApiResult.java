package com.example.rfshared;

/** What the server answers. */
class ApiResult {
    int code;
    String token;
}
