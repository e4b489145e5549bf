package com.example.fragmentxml;

import android.app.Fragment;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;

/** Made by the layout. */
@SuppressWarnings("deprecation")
public class BookFragment extends Fragment {
    @Override
    public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle state) {
        TextView view = new TextView(inflater.getContext());
        view.setText(Book.read(inflater.getContext()));
        return view;
    }
}
