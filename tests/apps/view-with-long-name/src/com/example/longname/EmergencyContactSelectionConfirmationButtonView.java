package com.example.longname;

import android.content.Context;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;

/** Reads the book when touched. */
public class EmergencyContactSelectionConfirmationButtonView extends View {
    public EmergencyContactSelectionConfirmationButtonView(Context context, AttributeSet attributes) {
        super(context, attributes);
    }

    @Override
    public boolean onTouchEvent(MotionEvent event) {
        setContentDescription(Book.read(getContext()));
        return super.onTouchEvent(event);
    }
}
