package com.example.htmlfeature;

import io.dcloud.PandoraEntryActivity;

/** Would show the page that manifest.json in assets names; what its script can call is named in assets alone. */
public class MainActivity extends PandoraEntryActivity {}
