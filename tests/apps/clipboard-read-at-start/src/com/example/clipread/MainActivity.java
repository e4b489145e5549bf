package com.example.clipread;

import android.app.Activity;
import android.content.ClipData;
import android.content.ClipboardManager;

/** A password, an address, a code: whatever was copied. */
public class MainActivity extends Activity {
    @Override
    protected void onResume() {
        super.onResume();
        setTitle(copied());
    }

    private CharSequence copied() {
        ClipData clip = ((ClipboardManager) getSystemService(CLIPBOARD_SERVICE)).getPrimaryClip();
        return clip == null ? "" : clip.getItemAt(0).coerceToText(this);
    }
}
