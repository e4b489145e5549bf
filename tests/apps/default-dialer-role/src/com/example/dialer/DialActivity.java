package com.example.dialer;

import android.app.Activity;

/** The screen that dials; a default phone app must have one. */
public class DialActivity extends Activity {}
