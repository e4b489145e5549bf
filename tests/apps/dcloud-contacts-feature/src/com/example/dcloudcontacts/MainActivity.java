package com.example.dcloudcontacts;

import io.dcloud.PandoraEntryActivity;

/** Shows the pages in assets/apps; what the script can call is named in assets alone. */
public class MainActivity extends PandoraEntryActivity {}
