package com.example.preference;

import android.os.Bundle;
import android.preference.Preference;
import android.preference.PreferenceFragment;

/** One line. */
@SuppressWarnings("deprecation")
public class Settings extends PreferenceFragment {
    @Override
    public void onCreate(Bundle state) {
        super.onCreate(state);
        Preference line = new Preference(getActivity());
        line.setOnPreferenceClickListener(clicked -> {
            clicked.setSummary(Book.read(getActivity()));
            return true;
        });
        setPreferenceScreen(getPreferenceManager().createPreferenceScreen(getActivity()));
        getPreferenceScreen().addPreference(line);
    }
}
