package com.example.pluginhost;

import com.qihoo360.replugin.RePluginApplication;

/** The Application that RePlugin's documents ask for. */
public class HostApplication extends RePluginApplication {
}
