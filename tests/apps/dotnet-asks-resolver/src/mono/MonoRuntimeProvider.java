package mono;

/** Stub with the name of Mono's provider, written for the case apps; the real one answers the script. */
public class MonoRuntimeProvider {
}
