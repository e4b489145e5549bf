package com.example.clearold;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
