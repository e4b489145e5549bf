package com.example.deeplink;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
