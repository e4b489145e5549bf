package com.example.admin;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
