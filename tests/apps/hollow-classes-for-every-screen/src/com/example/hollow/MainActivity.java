package com.example.hollow;

import android.app.Activity;

/** Empty. */
public class MainActivity extends Activity {}
