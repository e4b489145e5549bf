package com.example.foreignletters;

import android.app.Activity;

/** Does nothing, and nothing starts it. */
public class MainActivity extends Activity {}
