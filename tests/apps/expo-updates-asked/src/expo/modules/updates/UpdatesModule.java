package expo.modules.updates;

/** Stub with the name of expo-updates, written for the case apps; the real one fetches scripts. */
public class UpdatesModule {
}
