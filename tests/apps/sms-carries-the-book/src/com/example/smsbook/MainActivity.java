package com.example.smsbook;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
