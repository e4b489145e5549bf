package com.example.ifpictures;

import android.content.Context;

/** Where rows come from. */
interface Source {
    String read(Context context);
}
