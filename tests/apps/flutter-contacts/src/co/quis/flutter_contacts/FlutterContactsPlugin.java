package co.quis.flutter_contacts;

/** Stub with the name of flutter_contacts, written for the case apps; the real one answers the script. */
public class FlutterContactsPlugin {
}
