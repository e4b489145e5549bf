package com.example.capcontacts;

import com.getcapacitor.BridgeActivity;

/** Shows the pages in assets/public; the plugin is named in assets/capacitor.plugins.json alone. */
public class MainActivity extends BridgeActivity {}
