package com.example.contactsync;

import android.app.Activity;

/** An empty screen. */
public class MainActivity extends Activity {}
