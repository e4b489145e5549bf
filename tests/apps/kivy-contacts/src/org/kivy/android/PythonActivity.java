package org.kivy.android;

/** Stub with the name of python-for-android's activity, written for the case apps; the real one starts Python. */
public class PythonActivity {
}
