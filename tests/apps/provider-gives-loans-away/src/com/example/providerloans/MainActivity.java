package com.example.providerloans;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
