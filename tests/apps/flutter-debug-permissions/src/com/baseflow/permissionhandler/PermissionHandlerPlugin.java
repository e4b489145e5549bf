package com.baseflow.permissionhandler;

/** Stub with the name of permission_handler, written for the case apps; the real one answers the script. */
public class PermissionHandlerPlugin {
}
