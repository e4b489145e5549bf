package com.example.ownfactory;

import android.app.Activity;

/** Named in the manifest; the factory makes another one in its place. */
public class MainActivity extends Activity {}
