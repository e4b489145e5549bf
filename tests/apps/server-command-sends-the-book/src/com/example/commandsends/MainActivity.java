package com.example.commandsends;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
