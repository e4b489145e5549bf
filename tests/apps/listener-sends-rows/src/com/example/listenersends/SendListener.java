package com.example.listenersends;

import java.util.List;

/** Posts the rows it is told about. */
final class SendListener implements RowListener {
    @Override
    public void onRows(List<String> rows) {
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            text.append(row).append(',');
        }
        Net.post(text.toString());
    }
}
