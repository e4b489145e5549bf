package mono;

/** Stub with the name of the class that starts .NET, written for the case apps; the real one answers the script. */
public class MonoRuntimeProvider {
}
