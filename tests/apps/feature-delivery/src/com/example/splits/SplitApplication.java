package com.example.splits;

import com.google.android.play.core.splitcompat.SplitCompatApplication;

/** The Application that Play Core's documents ask for. */
public class SplitApplication extends SplitCompatApplication {
}
