package com.example.repopeople;

/** Two texts, whatever they are. */
final class Item {
    final String title;
    final String detail;

    Item(String title, String detail) {
        this.title = title;
        this.detail = detail;
    }

    @Override
    public String toString() {
        return title + ' ' + detail;
    }
}
