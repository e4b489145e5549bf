package com.example.rflogin;

/** What the server answers. */
class ApiResult {
    int code;
    String token;
}
