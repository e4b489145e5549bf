package com.unity3d.player;

/** Stub with the name of Unity's activity, written for the case apps; the real one answers the script. */
public class UnityPlayerActivity {
}
