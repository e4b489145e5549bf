package ti.cloak;

/** Stub with the name of the binding that holds the key, written for the case apps; the real one answers the script. */
public class Binding {
}
