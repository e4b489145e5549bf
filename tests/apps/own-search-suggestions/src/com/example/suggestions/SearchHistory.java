package com.example.suggestions;

import android.content.SearchRecentSuggestionsProvider;

/** Recent searches for people of this app. */
public class SearchHistory extends SearchRecentSuggestionsProvider {
    static final String AUTHORITY = "com.example.suggestions.contacts";

    public SearchHistory() {
        setupSuggestions(AUTHORITY, DATABASE_MODE_QUERIES);
    }
}
