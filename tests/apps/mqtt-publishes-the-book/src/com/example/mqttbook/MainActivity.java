package com.example.mqttbook;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
