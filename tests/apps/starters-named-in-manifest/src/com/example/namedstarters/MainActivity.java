package com.example.namedstarters;

import android.app.Activity;

/** Shows nothing. */
public class MainActivity extends Activity {}
