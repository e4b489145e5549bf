package com.microsoft.codepush.react;

/** Stub with the name of react-native-code-push, written for the case apps; the real one fetches scripts. */
public class CodePush {
}
