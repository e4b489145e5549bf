package com.example.hollow;

import android.app.Activity;

/** Empty. */
public class LoanActivity extends Activity {}
