package com.example.listenerother;

import java.util.List;

/** Called with rows once they are there. */
interface RowListener {
    void onRows(List<String> rows);
}
