package com.example.fragmentclass;

import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.Button;
import androidx.fragment.app.Fragment;

/** Listens to its own button. */
public class BookFragment extends Fragment implements View.OnClickListener {
    public BookFragment() {}

    @Override
    public View onCreateView(LayoutInflater inflater, ViewGroup parent, Bundle state) {
        return new Button(inflater.getContext());
    }

    @Override
    public void onViewCreated(View view, Bundle state) {
        view.setOnClickListener(this);
    }

    @Override
    public void onClick(View view) {
        ((Button) view).setText(Book.read(requireContext()));
    }
}
